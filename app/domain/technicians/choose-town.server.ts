import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { placeLabel } from "#app/domain/places/place.ts";
import type { Place } from "#app/domain/places/place.ts";
import { foldPlaceName } from "#app/domain/places/place-name.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

const MOST_SUGGESTED = 6;

/**
 * The one place that somebody means by a town: the only one of that name, or the one they chose by its full label
 * ("Leeds, England, United Kingdom"). Refused with the labels of places that may be meant, best first; none for an
 * unknown name.
 */
export async function chooseTown(text: string, chosenLabel?: string): Promise<Result<Place, string[]>> {
  const places = await findPlaces(text, { limit: 20 });
  const labelled = (label: string) =>
    places.find((place) => foldPlaceName(placeLabel(place)) === foldPlaceName(label)) ?? null;
  const chosen = (chosenLabel === undefined ? null : labelled(chosenLabel)) ?? labelled(text);
  if (chosen !== null) return ok(chosen);
  const typed = foldPlaceName(text);
  const [only, ...others] = places.filter(({ name }) => foldPlaceName(name) === typed);
  if (only && others.length === 0) return ok(only);
  return refuse([...new Set(places.map((place) => placeLabel(place)))].slice(0, MOST_SUGGESTED));
}
