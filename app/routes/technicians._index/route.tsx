import { data } from "@remix-run/node";
import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SearchScreen } from "#app/routes/technicians._index/search-screen.tsx";
import { filterChips } from "#app/domain/search/active-filters.ts";
import { resolveSearch } from "#app/domain/search/resolve-search.server.ts";
import { searchTechnicians } from "#app/domain/search/search-technicians.server.ts";
import { parseSearchParams } from "#app/domain/search/search-params.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => {
  const where = view?.placeName ? ` near ${view.placeName}` : "";
  return [
    { title: `SMP technicians${where} | Hairline` },
    {
      name: "description",
      content: `Scalp micropigmentation technicians${where}, with licences, hygiene, healed results and training as facts you can check.`,
    },
    // Every combination of filters is a page: one address stands for all of them.
    { tagName: "link", rel: "canonical", href: "/technicians" },
  ];
};

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
  try {
    return data({ ...view, result: await searchTechnicians(params, place) });
  } catch (error) {
    // The page stays usable without its search engine: it says so and keeps what was asked.
    context.reportError(error);
    return data({ ...view, result: null }, { status: 503, headers: { "Retry-After": "30" } });
  }
}

export default function SearchRoute() {
  return <SearchScreen {...useLoaderData<typeof loader>()} />;
}
