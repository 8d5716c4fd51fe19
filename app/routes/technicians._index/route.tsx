import { data } from "@remix-run/node";
import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SearchScreen } from "#app/routes/technicians._index/search-screen.tsx";
import { countShown } from "#app/domain/insights/count-insight.server.ts";
import type { TechnicianCard } from "#app/domain/profiles/card.ts";
import { filterChips } from "#app/domain/search/active-filters.ts";
import { describeSearch } from "#app/domain/search/describe-search.ts";
import { resolveSearch } from "#app/domain/search/resolve-search.server.ts";
import { searchTechnicians } from "#app/domain/search/search-technicians.server.ts";
import { parseSearchParams } from "#app/domain/search/search-params.ts";
import { env } from "#app/platform/env.server.ts";
import { pageMeta } from "#app/ui/page-meta.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => view?.head ?? [];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = parseSearchParams(new URL(request.url).searchParams);
  const { params, place, unit, ignored } = await resolveSearch(asked.params);
  const view = {
    params,
    unit,
    placeName: place?.name ?? null,
    ignored: [...asked.ignored, ...ignored],
    chips: filterChips(params, place?.name ?? null, unit),
  };
  const head = (cards: TechnicianCard[] | null) =>
    pageMeta(env().ORIGIN, describeSearch(params, view.placeName, cards, env().ORIGIN));
  try {
    const result = await searchTechnicians(params, place, { onOutage: context.reportError });
    const answer = data({ ...view, result, head: head(result.cards) });
    countShown(
      "search_appearance",
      result.cards.map(({ slug }) => slug),
      request,
    );
    return answer;
  } catch (error) {
    // Neither engine nor database could find: the page says so and keeps what was asked.
    context.reportError(error);
    return data({ ...view, result: null, head: head(null) }, { status: 503, headers: { "Retry-After": "30" } });
  }
}

export default function SearchRoute() {
  return <SearchScreen {...useLoaderData<typeof loader>()} />;
}
