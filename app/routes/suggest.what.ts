import type { LoaderFunctionArgs } from "@remix-run/node";
import { suggestWhat } from "#app/domain/search/suggest-what.server.ts";
import { cleanText } from "#app/domain/search/search-params.ts";

/** As-you-type suggestions for "What are you looking for?". */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const text = cleanText(new URL(request.url).searchParams.get("q") ?? "");
  const suggestions = await suggestWhat(text).catch((error: unknown) => {
    context.reportError(error);
    return [];
  });
  return Response.json({ suggestions }, { headers: { "Cache-Control": "public, max-age=60" } });
}
