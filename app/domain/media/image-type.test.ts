import { expect, test } from "vitest";
import { imageTypeOf } from "#app/domain/media/image-type.ts";

const text = (value: string) => Buffer.from(value, "latin1");

test.each<[string, Buffer, ReturnType<typeof imageTypeOf>]>([
  ["nothing", text(""), "no_image"],
  ["words", text("hello"), "no_image"],
  ["JPEG", text("\xff\xd8\xff\xe0"), "jpeg"],
  ["PNG", text("\x89PNG\r\n\x1a\n"), "png"],
  ["WebP", text("RIFF\0\0\0\0WEBP"), "webp"],
  ["another RIFF file", text("RIFF\0\0\0\0WAVE"), "no_image"],
  ["GIF", text("GIF89a"), "other_image"],
  ["BMP", text("BM123456"), "other_image"],
  ["TIFF, little end first", text("II*\0"), "other_image"],
  ["TIFF, big end first", text("MM\0*"), "other_image"],
  ["HEIC from a phone", text("\0\0\0\x18ftypheic"), "other_image"],
  ["AVIF", text("\0\0\0\x18ftypavif"), "other_image"],
  ["a film", text("\0\0\0\x18ftypisom"), "no_image"],
  ["SVG after a comment", text("<!-- a --><svg viewBox='0 0 1 1'>"), "other_image"],
])("%s is told by its first bytes", (_, bytes, type) => {
  expect(imageTypeOf(bytes)).toBe(type);
});
