import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { howReviewsAreDecided } from "#app/routes/policies.reviews/decision-parts.tsx";
import { whatAReviewIs } from "#app/routes/policies.reviews/review-parts.tsx";
import { describeReviewPolicy } from "#app/routes/policies.reviews/review-policy.ts";
import { LongRead } from "#app/ui/long-read.tsx";
import { originOf, pageMeta } from "#app/ui/page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(originOf(matches), {
    title: "How reviews work | Hairline",
    description:
      "Who may review a technician on Hairline, what each proof label means, how a review is decided without looking at its stars, and every reason for which one can be refused.",
    path: "/policies/reviews",
  });

export function loader() {
  return describeReviewPolicy();
}

export default function ReviewPolicyRoute() {
  const view = useLoaderData<typeof loader>();
  return (
    <LongRead
      title="How reviews work"
      lead="Good and bad reviews go the same way here. These are the rules for everybody: for you who write and read them, for the technicians, and for us."
      parts={[...whatAReviewIs(view), ...howReviewsAreDecided(view)]}
    />
  );
}
