import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { placeLabel } from "#app/domain/places/place.ts";
import { cleanText } from "#app/domain/search/search-params.ts";

/** As-you-type suggestions for "Where?". */
export async function loader({ request }: LoaderFunctionArgs) {
  const text = cleanText(new URL(request.url).searchParams.get("q") ?? "");
  const places = text.length < 2 ? [] : await findPlaces(text, { limit: 7 });
  const suggestions = places.map((place) => ({ value: placeLabel(place), label: placeLabel(place) }));
  return Response.json({ suggestions }, { headers: { "Cache-Control": "public, max-age=3600" } });
}
