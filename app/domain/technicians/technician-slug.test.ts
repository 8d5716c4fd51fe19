import { expect, it } from "vitest";
import { technicianSlug } from "#app/domain/technicians/technician-slug.ts";

it.each([
  ["Ink & Water Tattoo Inc.", "Toronto", "ink-water-tattoo-inc-toronto"],
  ["La Barbería", "Montréal", "la-barberia-montreal"],
  ["刺青", "Toronto", "toronto"],
  ["刺青", "東京", "technician"],
])("%s in %s has the slug %s", (name, city, slug) => expect(technicianSlug(name, city)).toBe(slug));

it("a slug leaves room for a number within 80 characters and ends in no hyphen", () => {
  const slug = technicianSlug(`${"a".repeat(71)} ${"b".repeat(60)}`, "Toronto");
  expect(slug).toBe("a".repeat(71));
});
