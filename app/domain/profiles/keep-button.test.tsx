import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CompareTray } from "#app/domain/profiles/compare-tray.tsx";
import { KeepButtons, KeptContext } from "#app/domain/profiles/keep-button.tsx";
import type { KeptTechnicians } from "#app/domain/profiles/kept-technicians.ts";

const ANA = { slug: "ana-reyes", name: "Ana Reyes" };
const BEN = { slug: "ben-okoye", name: "Ben Okoye" };

function buttons(kept: KeptTechnicians) {
  const html = renderToStaticMarkup(
    <KeptContext.Provider value={kept}>
      <KeepButtons {...ANA} />
    </KeptContext.Provider>,
  );
  return [...html.matchAll(/<button[^>]*>[^<]*/g)].map(([button]) => button);
}

const attribute = (html: string | undefined, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(html ?? "")?.[1];

describe("the buttons that keep a technician", () => {
  it("are named by what they do, then by whom, and belong to the one form", () => {
    const [shortlist, compare] = buttons({ shortlist: [], compare: [BEN] });
    expect(attribute(shortlist, "aria-label")).toBe("Add to shortlist: Ana Reyes");
    expect(attribute(compare, "aria-label")).toBe("Compare: Ana Reyes");
    for (const button of [shortlist, compare]) {
      expect(attribute(button, "form")).toBe("keep");
      expect([attribute(button, "name"), attribute(button, "value")]).toEqual(["add", "ana-reyes"]);
    }
    expect([attribute(shortlist, "formaction"), attribute(compare, "formaction")]).toEqual(["/shortlist", "/compare"]);
  });

  it("take off who is on the list, each from its own", () => {
    const [shortlist, compare] = buttons({ shortlist: ["ana-reyes"], compare: [ANA] });
    expect(attribute(shortlist, "aria-label")).toBe("Remove from shortlist: Ana Reyes");
    expect(attribute(compare, "aria-label")).toBe("Remove from comparison: Ana Reyes");
    expect([attribute(shortlist, "name"), attribute(compare, "name")]).toEqual(["remove", "remove"]);
  });
});

describe("the bar of those to compare", () => {
  const bar = (technicians: KeptTechnicians["compare"]) =>
    renderToStaticMarkup(<CompareTray technicians={technicians} />);

  it("is not there while there are none", () => {
    expect(bar([])).toBe("");
  });

  it("asks for one more before it leads to a comparison", () => {
    expect(bar([ANA])).toContain("Choose one more");
    expect(bar([ANA])).not.toContain("/compare?");
    expect(bar([ANA, BEN])).toContain('href="/compare?t=ana-reyes&amp;t=ben-okoye"');
    expect(bar([ANA, BEN])).not.toContain("Choose one more");
  });
});
