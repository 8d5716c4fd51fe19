import { data, redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useParams, useRouteError } from "@remix-run/react";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { describeProfile } from "#app/domain/profiles/describe-profile.ts";
import { countShown } from "#app/domain/insights/count-insight.server.ts";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { profileJsonLd } from "#app/domain/profiles/profile-json-ld.ts";
import { MissingTechnician } from "#app/domain/profiles/missing-technician.tsx";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { readReviewFilters, reviewQuery } from "#app/domain/reviews/review-filters.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { env } from "#app/platform/env.server.ts";
import { withRegisterWords } from "#app/domain/profiles/register-words.ts";
import { ProfileScreen } from "#app/domain/profiles/profile-screen.tsx";
import { pageMeta } from "#app/ui/page-meta.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) =>
  view?.head ?? [{ title: "No technician here | Hairline" }, { name: "robots", content: "noindex" }];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const asked = params["slug"] ?? "";
  const slug = asked.toLowerCase();
  const filters = readReviewFilters(new URL(request.url).searchParams);
  const [profile, reviews] = await Promise.all([findProfile(slug, dayOf(new Date())), listReviews(slug, filters)]);
  if (!profile) throw data(null, { status: 404 });
  const path = technicianPath(profile.slug);
  if (profile.slug !== asked) throw redirect(`${path}${reviewQuery(filters)}`, 301);
  const { ORIGIN } = env();
  // Filters and pages of the reviews are views of one page.
  const words = { ...describeProfile(profile), path, type: "profile", jsonLd: profileJsonLd(profile, ORIGIN) } as const;
  countShown("profile_view", [profile.slug], request);
  return { profile: withRegisterWords(profile), reviews, head: pageMeta(ORIGIN, words) };
}

export default function ProfileRoute() {
  const { profile, reviews } = useLoaderData<typeof loader>();
  return <ProfileScreen profile={profile} reviews={reviews} />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { slug } = useParams();
  if (isRouteErrorResponse(error) && error.status === 404) return <MissingTechnician slug={slug ?? ""} />;
  throw error;
}
