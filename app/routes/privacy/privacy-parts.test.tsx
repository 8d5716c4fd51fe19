import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { COMPARISON, SHORTLIST } from "#app/domain/profiles/kept-technicians.ts";
import { keptParts } from "#app/routes/privacy/kept-parts.tsx";
import { rightsParts } from "#app/routes/privacy/rights-parts.tsx";

const view = { writeTo: "ask@example.org", appealMonths: 6, documentDays: 30 };
const parts = [...keptParts(view), ...rightsParts(view)];
const html = new Map(parts.map(({ id, content }) => [id, renderToStaticMarkup(content)]));
const rowsOf = (id: string) =>
  [...(html.get(id) ?? "").matchAll(/<th scope="row">(.+?)<\/th>/g)].map(([, name]) => name);

it("says how to reach us where people can ask for what has no button, and at the end", () => {
  for (const id of ["rights", "contact"]) expect(html.get(id)).toContain('href="mailto:ask@example.org"');
});

it("says when a document goes by the rule in force", () => {
  const other = keptParts({ ...view, documentDays: 31, appealMonths: 7 }).find(({ id }) => id === "how-long");
  expect(renderToStaticMarkup(other?.content)).toContain("31 days after the decision");
  expect(renderToStaticMarkup(other?.content)).toContain("7 months after a refusal");
});

it("names each cookie", () => {
  expect(rowsOf("cookies")).toEqual([
    "sid, or __Host-sid",
    "device",
    SHORTLIST.name,
    COMPARISON.name,
    "sign-in-step, or __Host-sign-in-step",
    "recovery-codes",
  ]);
});

it("leads to the pages of the account where things are taken back", () => {
  for (const page of ["/account/photos", "/account/reviews", "/account/security"])
    expect(html.get("rights")).toContain(`href="${page}"`);
});
