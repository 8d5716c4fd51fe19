import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountFrame } from "#app/domain/accounts/account-frame.tsx";
import styles from "#app/domain/accounts/account.css?url";
import { findFollowUpForm } from "#app/domain/reviews/find-follow-up-form.server.ts";
import { readPhotoIntent } from "#app/domain/reviews/photo-intent.ts";
import { withdrawFollowUp } from "#app/domain/reviews/withdraw-follow-up.server.ts";
import { readUpload } from "#app/platform/read-upload.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { AboutReview, FollowUpScreen } from "#app/routes/account.reviews.$reviewId.follow-up/follow-up-screen.tsx";
import { PHOTO_LIMITS } from "#app/routes/account.reviews.$reviewId.follow-up/keep-photos.server.ts";
import { sendFollowUpForm } from "#app/routes/account.reviews.$reviewId.follow-up/send-form.server.ts";
import type { FollowUpReply } from "#app/routes/account.reviews.$reviewId.follow-up/send-form.server.ts";

export const meta: MetaFunction = () => [
  { title: "How does it look now? | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { reviewId = "" } = params;
  const view = isRowId(reviewId) ? await findFollowUpForm(viewer, reviewId, new Date()) : null;
  if (view === null) throw notFound();
  return { view, isJustSaved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const { reviewId = "" } = params;
  const now = new Date();
  // Before the files are read: nobody uploads to what is not theirs.
  if (!isRowId(reviewId) || (await findFollowUpForm(viewer, reviewId, now)) === null) throw notFound();
  const upload = await readUpload(request, PHOTO_LIMITS);
  if (!upload.ok) throw data(null, { status: upload.reason });
  const { form } = upload.value;
  const intent = form.get("intent") ?? "";
  if (intent === "withdraw") {
    const followUpId = form.get("followUpId") ?? "";
    const done = isRowId(followUpId) ? await withdrawFollowUp(viewer, reviewId, followUpId, now) : null;
    if (!done?.ok) throw data(null, { status: done?.reason === "not_possible" ? 409 : 404 });
    return redirect(`/account/reviews/${reviewId}/follow-up`, 303);
  }
  if (intent !== "save" && intent !== "submit" && readPhotoIntent(intent) === null) throw data(null, { status: 400 });
  const outcome = await sendFollowUpForm(viewer, reviewId, upload.value, now);
  if (outcome.kind === "not_found") throw notFound();
  if (outcome.kind === "refused") return data<FollowUpReply>(outcome.reply, { status: outcome.status });
  return redirect(outcome.path, 303);
}

export default function FollowUpRoute() {
  const { view, isJustSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? null;
  return (
    <AccountFrame current="reviews" title="How does it look now?" lead={<AboutReview view={view} />}>
      <FollowUpScreen view={view} reply={reply} isJustSaved={isJustSaved && reply === null} />
    </AccountFrame>
  );
}
