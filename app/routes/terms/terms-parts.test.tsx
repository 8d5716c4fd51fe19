import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SUSPENSION_GROUNDS } from "#app/domain/moderation/member.ts";
import { termsParts } from "#app/routes/terms/terms-parts.tsx";

const words = { writeTo: "ask@example.org", appealMonths: 6 };
const parts = termsParts({ ...words, suspensionGrounds: Object.values(SUSPENSION_GROUNDS) });
const html = new Map(parts.map(({ id, content }) => [id, renderToStaticMarkup(content)]));

it("says where to object to a suspension, and every ground for one", () => {
  const part = html.get("suspension");
  expect(part).toContain('<a href="mailto:ask@example.org">ask@example.org</a>');
  for (const ground of Object.values(SUSPENSION_GROUNDS)) expect(part).toContain(`<li>${ground}.</li>`);
});

it("says how to reach us, in a part of that name", () => {
  expect(parts.at(-1)).toMatchObject({ id: "contact", title: "How to reach us" });
  expect(html.get("contact")).toContain("mailto:ask@example.org");
});

it("takes its numbers from the rules in force", () => {
  expect(renderToStaticMarkup(termsParts({ ...words, appealMonths: 7, suspensionGrounds: [] })[4]?.content)).toContain(
    "within 7 months",
  );
});
