import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { hashDistance } from "#app/domain/media/perceptual-hash.ts";
import { MAX_PHOTO_BYTES, type PhotoRefusal } from "#app/domain/media/photo.ts";
import type { ProcessedPhoto } from "#app/domain/media/processed-photo.ts";
import type { Result } from "#app/platform/result.ts";

let processPhoto: typeof import("#app/domain/media/process-photo.server.ts").processPhoto;
const corpus = new Map<string, Buffer>();

/** A picture with a bright left and a dark right half, so that turning and mirroring show. */
function halves(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    const isLeft = (at / 3) % width < width / 2;
    pixels.fill(isLeft ? 230 : 30, at, at + 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG of one bit a pixel: a few kilobytes that claim any number of pixels. */
function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * height);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function named(name: string): Buffer {
  const bytes = corpus.get(name);
  if (!bytes) throw new Error(`${name} is not in the corpus`);
  return bytes;
}

function accepted(outcome: Result<ProcessedPhoto, PhotoRefusal>): ProcessedPhoto {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

// Made before the pipeline is loaded: it blocks the kinds of file that some of these are made from.
beforeAll(async () => {
  const jpeg = await halves(1200, 800).jpeg().toBuffer();
  const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251));
  const noisy = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
  const gif = await halves(40, 40).gif().toBuffer();
  const tiff = await halves(40, 40).tiff().toBuffer();
  const located = await halves(400, 200)
    .jpeg()
    .withExif({
      IFD0: { Artist: "A. Person", Copyright: "Somebody" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "0/1 7/1 0/1" },
    })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>secret place</x:xmpmeta>")
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const frames = await sharp([await halves(60, 60).png().toBuffer(), await halves(60, 60).negate().png().toBuffer()], {
    join: { animated: true },
  })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
  const entries: Record<string, Buffer> = {
    jpeg,
    noisy,
    png: await halves(1200, 800).png().toBuffer(),
    webp: await halves(1200, 800).webp().toBuffer(),
    small: await halves(500, 300).png().toBuffer(),
    tall: await halves(200, 18_000).png().toBuffer(),
    clear: await sharp({ create: { width: 50, height: 50, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer(),
    grey: await halves(64, 64).greyscale().png().toBuffer(),
    cmyk: await halves(64, 64).toColourspace("cmyk").jpeg().toBuffer(),
    located,
    animated: frames,
    empty: Buffer.alloc(0),
    svg: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    html: Buffer.from("<!doctype html><title>photo.jpg</title><script>alert(1)</script>"),
    gif,
    gifPolyglot: Buffer.concat([Buffer.from("GIF89a/*"), gif.subarray(8), Buffer.from("*/=1;alert(1)//")]),
    tiff,
    pdf: Buffer.from("%PDF-1.7\n1 0 obj <<>> endobj"),
    heic: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(32)]),
    jpegPolyglot: Buffer.concat([jpeg, Buffer.from("<script>alert('polyglot')</script>PK\u0003\u0004")]),
    jpegNamedSvg: Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ]),
    truncated: noisy.subarray(0, Math.floor(noisy.length * 0.6)),
    truncatedPng: (await halves(400, 400).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 90_000),
    bomb: blackPng(20_000, 20_000),
    wideBomb: blackPng(30_000, 1500),
    oversized: Buffer.concat([jpeg, Buffer.alloc(MAX_PHOTO_BYTES)]),
  };
  for (const [name, bytes] of Object.entries(entries)) corpus.set(name, bytes);
  ({ processPhoto } = await import("#app/domain/media/process-photo.server.ts"));
});

describe("U-02 the kind of file is found by decoding it, and photos are always encoded anew", () => {
  test.each(["jpeg", "png", "webp"])("a %s photo becomes WebP in three widths, largest first", async (name) => {
    const photo = accepted(await processPhoto(named(name)));
    expect(photo.variants.map(({ width }) => width)).toEqual([960, 640, 320]);
    for (const { width, bytes } of photo.variants) {
      expect(await sharp(bytes).metadata()).toMatchObject({
        format: "webp",
        width,
        height: Math.round((width * 2) / 3),
      });
    }
    expect(photo).toMatchObject({ width: 960, height: 640 });
  });

  test.each<[string, PhotoRefusal]>([
    ["empty", "not_an_image"],
    ["html", "not_an_image"],
    ["pdf", "not_an_image"],
    ["svg", "unsupported_type"],
    ["gif", "unsupported_type"],
    ["gifPolyglot", "unsupported_type"],
    ["tiff", "unsupported_type"],
    ["heic", "unsupported_type"],
    ["jpegNamedSvg", "damaged"],
    ["truncated", "damaged"],
    ["truncatedPng", "damaged"],
  ])("a file of the corpus (%s) is refused as %s", async (name, reason) => {
    expect(await processPhoto(named(name))).toEqual({ ok: false, reason });
  });

  test("sharp itself no longer opens other kinds of file in this process", async () => {
    for (const name of ["svg", "gif", "tiff"]) await expect(sharp(named(name)).metadata()).rejects.toThrow();
  });

  test("what is hidden behind a photo does not survive", async () => {
    const photo = accepted(await processPhoto(named("jpegPolyglot")));
    for (const { bytes } of photo.variants) expect(bytes.includes("polyglot")).toBe(false);
  });

  test("a photo in printing colours becomes one in screen colours", async () => {
    const { variants } = accepted(await processPhoto(named("cmyk")));
    expect(await sharp(variants[0]?.bytes).metadata()).toMatchObject({ space: "srgb", channels: 3 });
  });

  test("a grey photo and one with see-through parts become opaque colour pictures", async () => {
    for (const name of ["grey", "clear"]) {
      const { variants } = accepted(await processPhoto(named(name)));
      expect(await sharp(variants[0]?.bytes).metadata()).toMatchObject({ channels: 3, hasAlpha: false });
    }
    expect(accepted(await processPhoto(named("clear"))).placeholderColour).toBe("#ffffff");
  });

  test("of an animation only the first frame is kept", async () => {
    const photo = accepted(await processPhoto(named("animated")));
    expect(photo.height).toBe(60);
    expect((await sharp(photo.variants[0]?.bytes).metadata()).pages ?? 1).toBe(1);
  });
});

describe("U-03 no photo can take the process down", () => {
  test.each(["bomb", "wideBomb"])("a small file that claims too many pixels (%s) is refused", async (name) => {
    expect(named(name).length).toBeLessThan(100_000);
    expect(await processPhoto(named(name))).toEqual({ ok: false, reason: "too_many_pixels" });
  });

  test("a file over 10 MB is refused before it is read", async () => {
    expect(await processPhoto(named("oversized"))).toEqual({ ok: false, reason: "too_large" });
  });

  test("photos are prepared one at a time, and those beyond the waiting line are refused", async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => processPhoto(named("jpeg"), { maxWaiting: 2 })));
    expect(outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.reason))).toEqual(["ok", "ok", "ok", "busy", "busy"]);
  });

  test("a photo that takes too long is refused", async () => {
    const clock = vi.spyOn(Date, "now");
    let now = 0;
    clock.mockImplementation(() => (now += 11_000));
    try {
      expect(await processPhoto(named("jpeg"))).toEqual({ ok: false, reason: "took_too_long" });
    } finally {
      clock.mockRestore();
    }
  });
});

describe("U-04 nothing about the person or place stays in the file", () => {
  test("EXIF, GPS and XMP are gone and the picture is upright", async () => {
    const before = await sharp(named("located")).metadata();
    expect(before).toMatchObject({ orientation: 6, width: 400, height: 200 });
    expect(before.exif?.includes("A. Person")).toBe(true);
    expect(before.xmp?.includes("secret place")).toBe(true);

    const photo = accepted(await processPhoto(named("located")));
    expect(photo).toMatchObject({ width: 200, height: 400 });
    for (const { bytes } of photo.variants) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
      expect(bytes.includes("A. Person")).toBe(false);
      expect(bytes.includes("secret place")).toBe(false);
    }
    // Orientation 6 turns the bright left half of the stored pixels to the top.
    const { data } = await sharp(photo.variants[0]?.bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(data[10 * 200 + 100]).toBeGreaterThan(200);
    expect(data[390 * 200 + 100]).toBeLessThan(60);
  });
});

describe("sizes and fingerprints", () => {
  test("a small photo is never enlarged", async () => {
    const photo = accepted(await processPhoto(named("small")));
    const widths = await Promise.all(photo.variants.map(async ({ bytes }) => (await sharp(bytes).metadata()).width));
    expect(widths).toEqual([500, 500, 320]);
    expect(photo).toMatchObject({ width: 500, height: 300 });
  });

  test("a very tall photo is made to fit", async () => {
    const photo = accepted(await processPhoto(named("tall")));
    expect(photo.height).toBe(1920);
  });

  test("the placeholder is the average colour", async () => {
    const { placeholderColour } = accepted(await processPhoto(named("small")));
    expect(placeholderColour).toMatch(/^#8[0-9a-f]8[0-9a-f]8[0-9a-f]$/);
  });

  test("copies in other sizes and formats have nearly the same hash, another picture has not", async () => {
    const [jpeg, webp, noisy] = await Promise.all(
      ["jpeg", "webp", "noisy"].map(
        async (name) => accepted(await processPhoto(named(name), { maxWaiting: 9 })).perceptualHash,
      ),
    );
    expect(hashDistance(jpeg ?? "", webp ?? "")).toBeLessThanOrEqual(6);
    expect(hashDistance(jpeg ?? "", noisy ?? "")).toBeGreaterThan(6);
  });
});
