import { foldPlaceName } from "#app/domain/places/place-name.ts";

/** Leaves room, within the 80 characters of a slug, for a number behind one that is taken. */
const LONGEST_BASE = 72;

/** "Ink & Water Tattoo" in Toronto -> "ink-water-tattoo-toronto". Names in scripts without a-z fall back to the city. */
export function technicianSlug(name: string, city: string): string {
  const words = foldPlaceName(`${name} ${city}`).split(" ").filter(Boolean);
  const slug = words.join("-").slice(0, LONGEST_BASE).replace(/-+$/u, "");
  return slug === "" ? "technician" : slug;
}
