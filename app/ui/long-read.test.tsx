import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LongRead } from "#app/ui/long-read.tsx";

const html = renderToStaticMarkup(
  <LongRead
    title="How it works"
    lead="In short."
    parts={[
      { id: "first", title: "First things", content: <p>One</p> },
      { id: "second", title: "Second things", content: <p>Two</p> },
    ]}
  />,
);

it("links each part from the contents, in the order of the text", () => {
  const links = [...html.matchAll(/<a href="#([a-z]+)">([^<]+)</g)].map(([, id, title]) => [id, title]);
  const parts = [...html.matchAll(/<section class="prose" id="([a-z]+)"><h2>([^<]+)</g)].map(([, id, title]) => [
    id,
    title,
  ]);
  expect(links).toEqual([
    ["first", "First things"],
    ["second", "Second things"],
  ]);
  expect(parts).toEqual(links);
});

it("names the contents for who jumps between landmarks", () => {
  expect(html).toMatch(/<nav[^>]+aria-labelledby="contents"><p id="contents">On this page</);
});
