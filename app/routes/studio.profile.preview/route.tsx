import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { previewProfile } from "#app/domain/profiles/find-profile.server.ts";
import { ProfileScreen } from "#app/domain/profiles/profile-screen.tsx";
import { withRegisterWords } from "#app/domain/profiles/register-words.ts";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { readReviewFilters } from "#app/domain/reviews/review-filters.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { Notice } from "#app/ui/notice.tsx";

export const meta: MetaFunction = () => [
  { title: "Preview of your profile | Hairline" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const profile = await previewProfile(viewer, dayOf(new Date()));
  if (profile === null) throw notFound();
  const reviews = await listReviews(profile.slug, readReviewFilters(new URL(request.url).searchParams));
  return { profile: withRegisterWords(profile), reviews };
}

export default function PreviewRoute() {
  const { profile, reviews } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="page">
        <Notice tone="amber">
          {"Preview: only you see this. "}
          <a href="/studio/profile">Go on editing</a>
        </Notice>
      </div>
      <ProfileScreen profile={profile} reviews={reviews} />
    </>
  );
}
