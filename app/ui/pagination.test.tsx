import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Pagination, pagesToShow } from "#app/ui/pagination.tsx";

describe("pages shown", () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
    [9, 9, [1, null, 8, 9]],
    [12, 9, [1, null, 9]],
  ])("around page %i of %i", (current, count, pages) => {
    expect(pagesToShow(current, count)).toEqual(pages);
  });
});

describe("Pagination", () => {
  const html = (current: number, count: number) =>
    renderToStaticMarkup(<Pagination current={current} count={count} hrefOf={(page) => `?page=${page}`} />);

  it("is left out for a single page", () => {
    expect(html(1, 1)).toBe("");
  });
  it("has no previous on the first page and no next on the last", () => {
    expect(html(1, 3)).not.toContain('rel="prev"');
    expect(html(1, 3)).toContain('<a href="?page=2" rel="next">');
    expect(html(3, 3)).not.toContain('rel="next"');
  });
  it("marks the current page, which is no link", () => {
    expect(html(2, 3)).toContain('aria-current="page"');
    expect(html(2, 3)).not.toContain('aria-label="Page 2"');
  });
});
