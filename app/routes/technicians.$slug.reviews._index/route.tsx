import { data, redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useParams, useRouteError } from "@remix-run/react";
import { findProfileHead } from "#app/domain/profiles/find-profile-head.server.ts";
import { MissingTechnician } from "#app/domain/profiles/missing-technician.tsx";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { readReviewFilters, reviewQuery } from "#app/domain/reviews/review-filters.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { ReviewsScreen } from "#app/routes/technicians.$slug.reviews._index/reviews-screen.tsx";
import { env } from "#app/platform/env.server.ts";
import { pageMeta } from "#app/ui/page-meta.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) =>
  view?.head ?? [{ title: "No technician here | Hairline" }, { name: "robots", content: "noindex" }];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const asked = params["slug"] ?? "";
  const slug = asked.toLowerCase();
  const filters = readReviewFilters(new URL(request.url).searchParams);
  const [technician, reviews] = await Promise.all([findProfileHead(slug), listReviews(slug, filters)]);
  if (!technician) throw data(null, { status: 404 });
  const path = `${technicianPath(technician.slug)}/reviews`;
  if (technician.slug !== asked) throw redirect(`${path}${reviewQuery(filters)}`, 301);
  const { name } = technician;
  const words = {
    title: `Reviews of ${name} | Hairline`,
    description: `What clients say about ${name}, with the age of the result, follow-ups and how each visit is supported.`,
    path,
  };
  return { technician, reviews, head: pageMeta(env().ORIGIN, words) };
}

export default function ReviewsRoute() {
  const { technician, reviews } = useLoaderData<typeof loader>();
  return <ReviewsScreen technician={technician} reviews={reviews} />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { slug } = useParams();
  if (isRouteErrorResponse(error) && error.status === 404) return <MissingTechnician slug={slug ?? ""} />;
  throw error;
}
