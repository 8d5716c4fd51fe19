import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ErrorPage, errorKindOf } from "#app/ui/error-page.tsx";
import type { ErrorKind } from "#app/ui/error-page.tsx";
import { RequestIdContext } from "#app/ui/request-id.ts";

function html(kind: ErrorKind) {
  return renderToStaticMarkup(
    <RequestIdContext.Provider value="abc123">
      <ErrorPage kind={kind} links={[{ href: "/", label: "Start page" }]} />
    </RequestIdContext.Provider>,
  );
}

describe("error page", () => {
  it.each([
    [404, "not_found"],
    [410, "not_found"],
    [403, "refused"],
    [405, "refused"],
    [429, "too_many"],
    [500, "server"],
    [503, "server"],
  ])("says for status %i what kind it is: %s", (status, kind) => {
    expect(errorKindOf(status)).toBe(kind);
  });
  it("gives the reference where it helps us to find what failed", () => {
    expect(html("server")).toContain("abc123");
  });
  it("spares a reader who only mistyped an address the reference", () => {
    expect(html("not_found")).not.toContain("abc123");
  });
});
