import { data, redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useParams, useRouteError } from "@remix-run/react";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { describeProfile } from "#app/domain/profiles/describe-profile.ts";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { MissingTechnician } from "#app/domain/profiles/missing-technician.tsx";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { readReviewFilters, reviewQuery } from "#app/domain/reviews/review-filters.ts";
import { env } from "#app/platform/env.server.ts";
import { withRegisterWords } from "#app/routes/technicians.$slug._index/register-words.ts";
import { ProfileScreen } from "#app/routes/technicians.$slug._index/profile-screen.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => {
  if (!view) return [{ title: "No technician here | Hairline" }, { name: "robots", content: "noindex" }];
  const { title, description } = describeProfile(view.profile);
  return [
    { title },
    { name: "description", content: description },
    // Filters and pages of the reviews are views of one page.
    { tagName: "link", rel: "canonical", href: view.canonicalUrl },
  ];
};

export async function loader({ params, request }: LoaderFunctionArgs) {
  const asked = params["slug"] ?? "";
  const slug = asked.toLowerCase();
  const filters = readReviewFilters(new URL(request.url).searchParams);
  const [profile, reviews] = await Promise.all([findProfile(slug, dayOf(new Date())), listReviews(slug, filters)]);
  if (!profile) throw data(null, { status: 404 });
  const path = `/technicians/${profile.slug}`;
  if (profile.slug !== asked) throw redirect(`${path}${reviewQuery(filters)}`, 301);
  return { profile: withRegisterWords(profile), reviews, canonicalUrl: new URL(path, env().ORIGIN).href };
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
