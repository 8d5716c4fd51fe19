import { describe, expect, test } from "vitest";
import { originOf, pageMeta } from "#app/ui/page-meta.ts";

const ORIGIN = "https://hairline.example";
const HEAD = { title: "Reviews of Ana | Hairline", description: "What clients say.", path: "/technicians/ana/reviews" };

describe("the head of a page", () => {
  test("names the page, its one address and what a shared link shows", () => {
    const url = "https://hairline.example/technicians/ana/reviews";
    expect(pageMeta(ORIGIN, HEAD)).toEqual([
      { title: "Reviews of Ana | Hairline" },
      { name: "description", content: "What clients say." },
      { tagName: "link", rel: "canonical", href: url },
      { property: "og:title", content: "Reviews of Ana" },
      { property: "og:description", content: "What clients say." },
      { property: "og:url", content: url },
      { property: "og:type", content: "website" },
      { property: "og:site_name", content: "Hairline" },
      { property: "og:locale", content: "en_GB" },
      { property: "og:image", content: "https://hairline.example/og-image.png" },
      { property: "og:image:width", content: "1200" },
      { property: "og:image:height", content: "630" },
      { property: "og:image:alt", content: expect.stringContaining("Hairline") },
      { name: "twitter:card", content: "summary_large_image" },
    ]);
  });

  test("of a page that is not to be found says so, and names no address to find it by", () => {
    const meta = pageMeta(ORIGIN, { ...HEAD, isIndexed: false });
    expect(meta).toContainEqual({ name: "robots", content: "noindex" });
    expect(JSON.stringify(meta)).not.toContain("canonical");
  });

  test("carries facts for programs where there are some", () => {
    const jsonLd = { "@type": "WebSite" };
    expect(pageMeta(ORIGIN, { ...HEAD, type: "profile", jsonLd })).toEqual(
      expect.arrayContaining([{ "script:ld+json": jsonLd }, { property: "og:type", content: "profile" }]),
    );
  });
});

describe("where this site is", () => {
  test("is what the root loader tells", () => {
    expect(originOf([{ id: "root", data: { origin: ORIGIN } }])).toBe(ORIGIN);
  });

  test.each([[[]], [[{ id: "root", data: undefined }]], [[{ id: "root", data: { origin: 7 } }]]])(
    "is left out of a head whose root loader failed: %j",
    (matches) => {
      expect(pageMeta(originOf(matches), HEAD)).toContainEqual({
        tagName: "link",
        rel: "canonical",
        href: "/technicians/ana/reviews",
      });
    },
  );
});
