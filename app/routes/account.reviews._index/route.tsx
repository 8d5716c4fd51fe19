import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountFrame } from "#app/domain/accounts/account-frame.tsx";
import styles from "#app/domain/accounts/account.css?url";
import { listOwnReviews } from "#app/domain/reviews/find-own-review.server.ts";
import { requireViewer } from "#app/platform/require-viewer.server.ts";
import { OwnReviewList } from "#app/routes/account.reviews._index/own-review-list.tsx";

export const meta: MetaFunction = () => [{ title: "My reviews | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { reviews: await listOwnReviews(viewer, new Date()) };
}

export default function OwnReviewsRoute() {
  const { reviews } = useLoaderData<typeof loader>();
  return (
    <AccountFrame current="reviews" title="My reviews" lead="Drafts, what is being checked, and what is published.">
      <OwnReviewList reviews={reviews} />
    </AccountFrame>
  );
}
