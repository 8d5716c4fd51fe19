import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { foldPlaceName } from "#app/domain/places/place-name.ts";
import { placeLabel } from "#app/domain/places/place.ts";
import type { Place } from "#app/domain/places/place.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

const MOST_SUGGESTIONS = 6;

/** The town that a text means; refused with towns to choose from, none where nothing is near enough. */
export async function findTown(text: string): Promise<Result<Place, string[]>> {
  const found = await findPlaces(text, { limit: MOST_SUGGESTIONS });
  const typed = foldPlaceName(text);
  const named = found.find((place) => foldPlaceName(placeLabel(place)) === typed);
  if (named) return ok(named);
  const [only, ...others] = found;
  if (only && others.length === 0 && foldPlaceName(only.name) === typed) return ok(only);
  return refuse([...new Set(found.map((place) => placeLabel(place)))]);
}
