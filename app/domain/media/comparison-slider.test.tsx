import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ComparisonSlider } from "#app/domain/media/comparison-slider.tsx";
import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";

const side = (key: string, caption: string) => ({
  photo: { key, width: 960, height: 640 },
  alt: `${caption} picture`,
  caption,
});
const page = renderToStaticMarkup(
  <ComparisonSlider before={side("one", "Before")} after={side("two", "Healed, 6 weeks")} sizes="50vw" />,
);

test("the server sends both pictures whole, each with its caption", () => {
  for (const part of [
    'alt="Before picture"',
    'alt="Healed, 6 weeks picture"',
    ">Before</figcaption>",
    ">Healed, 6 weeks</figcaption>",
  ]) {
    expect(page).toContain(part);
  }
});

test("the comparison is a real slider with a name and words for its value", () => {
  expect(page).toMatch(/<input[^>]*type="range"[^>]*aria-label="[^"]+"[^>]*aria-valuetext="50 % before, 50 % after"/);
});

test("C-02 nothing in it needs inline styles or scripts", () => {
  expect(page).not.toMatch(/style=|<script|<style|\son\w+=/i);
});

test("a picture keeps its place while it loads and waits until it is near", () => {
  const image = renderToStaticMarkup(
    <PhotoPicture photo={{ key: "k", width: 500, height: 300 }} sizes="100vw" alt="Crown" />,
  );
  expect(image).toContain('width="500" height="300"');
  expect(image).toContain('loading="lazy"');
  expect(image).toContain('srcSet="/media/k/320.webp 320w, /media/k/640.webp 500w"');
});

test("a picture in view at once is loaded at once", () => {
  const image = renderToStaticMarkup(
    <PhotoPicture photo={{ key: "k", width: 500, height: 300 }} sizes="100vw" alt="Crown" className="hero" eager />,
  );
  expect(image).toContain('loading="eager"');
  expect(image).toContain('class="photo hero"');
});
