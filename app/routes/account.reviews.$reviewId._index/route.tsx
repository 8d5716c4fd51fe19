import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountFrame } from "#app/domain/accounts/account-frame.tsx";
import styles from "#app/domain/accounts/account.css?url";
import { findOwnReview } from "#app/domain/reviews/find-own-review.server.ts";
import { listOwnPhotos } from "#app/domain/reviews/list-own-photos.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { senderOf } from "#app/platform/sender.server.ts";
import { changeOwnReview } from "#app/routes/account.reviews.$reviewId._index/change-own-review.server.ts";
import { readDone } from "#app/routes/account.reviews.$reviewId._index/done-words.ts";
import { OwnReviewScreen } from "#app/routes/account.reviews.$reviewId._index/own-review-screen.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: view ? `Your review of ${view.review.technicianName} | Hairline` : "No review here | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

function readId(id: string | undefined): string {
  if (id === undefined || !isRowId(id)) throw notFound();
  return id;
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const reviewId = readId(params["reviewId"]);
  const [review, photos] = await Promise.all([
    findOwnReview(viewer, reviewId, new Date()),
    listOwnPhotos(viewer, { reviewId }),
  ]);
  if (review === null) throw notFound();
  const query = new URL(request.url).searchParams;
  return { review, photos, isWithdrawing: query.get("ask") === "withdraw", done: readDone(query) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const reviewId = readId(params["reviewId"]);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const outcome = await changeOwnReview(viewer, reviewId, form.value, senderOf(request), new Date());
  if (outcome.kind === "not_found") throw notFound();
  if (outcome.kind === "refused") return data(outcome.reply, { status: outcome.status });
  throw redirect(`/account/reviews/${reviewId}?done=${outcome.done}`, 303);
}

export default function OwnReviewRoute() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? null;
  return (
    <AccountFrame current="reviews" title={`Your review of ${view.review.technicianName}`}>
      <OwnReviewScreen {...view} reply={reply} />
    </AccountFrame>
  );
}
