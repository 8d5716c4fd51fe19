import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findProfileHead } from "#app/domain/profiles/find-profile-head.server.ts";
import { toApiReviews } from "#app/domain/profiles/reviews-api.ts";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { readReviewFilters, reviewQuery } from "#app/domain/reviews/review-filters.ts";
import { technicianApiPath } from "#app/domain/technicians/technician-address.ts";
import { env } from "#app/platform/env.server.ts";
import { answerJson, jsonError, jsonReply } from "#app/platform/json-reply.server.ts";

/** The page of reviews as JSON, for the same parameters. */
export function loader({ params, request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerJson(context.reportError, async () => {
    const asked = params["slug"] ?? "";
    const slug = asked.toLowerCase();
    const filters = readReviewFilters(new URL(request.url).searchParams);
    const [technician, reviews] = await Promise.all([findProfileHead(slug), listReviews(slug, filters)]);
    if (!technician) return jsonError(404, "not_found", "There is no technician at this address.");
    if (technician.slug !== asked) {
      throw redirect(`${technicianApiPath(technician.slug)}/reviews${reviewQuery(filters)}`, 301);
    }
    return jsonReply(request, toApiReviews(technician, reviews, env().ORIGIN));
  });
}
