import type { LoaderFunctionArgs } from "@remix-run/node";
import { resolveSearch } from "#app/domain/search/resolve-search.server.ts";
import { toApiSearch } from "#app/domain/search/search-api.ts";
import { parseSearchParams } from "#app/domain/search/search-params.ts";
import { searchTechnicians } from "#app/domain/search/search-technicians.server.ts";
import { env } from "#app/platform/env.server.ts";
import { answerJson, jsonError, jsonReply } from "#app/platform/json-reply.server.ts";

/** The search page as JSON, for the same parameters. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerJson(context.reportError, async () => {
    const asked = parseSearchParams(new URL(request.url).searchParams);
    const { params, place, ignored } = await resolveSearch(asked.params);
    const result = await searchTechnicians(params, place, { onOutage: context.reportError }).catch((error: unknown) => {
      context.reportError(error);
      return null;
    });
    if (result === null) {
      return jsonError(503, "search_unavailable", "Search is not available right now. Try again in a minute.", {
        "Retry-After": "30",
      });
    }
    const found = { params, placeName: place?.name ?? null, ignored: [...asked.ignored, ...ignored], result };
    return jsonReply(request, toApiSearch(found, env().ORIGIN));
  });
}
