import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listStudioReviews } from "#app/domain/reviews/list-studio-reviews.server.ts";
import { replySchema, withdrawReplySchema } from "#app/domain/reviews/reply-schema.ts";
import { REPLY_WARNING_WORDS } from "#app/domain/reviews/reply-warnings.ts";
import { sendReply } from "#app/domain/reviews/send-reply.server.ts";
import type { ReplyAuthor, SendReplyRefusal } from "#app/domain/reviews/send-reply.server.ts";
import { withdrawReply } from "#app/domain/reviews/withdraw-reply.server.ts";
import studio from "#app/domain/technicians/studio.css?url";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { askedPage } from "#app/platform/paging.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { StudioReviewsScreen } from "#app/routes/studio.reviews/studio-reviews-screen.tsx";
import styles from "#app/routes/studio.reviews/studio-reviews.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studio },
  { rel: "stylesheet", href: styles },
];

export const meta: MetaFunction = () => [
  { title: "Reviews of you | Hairline" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const { searchParams } = new URL(request.url);
  const view = await listStudioReviews(viewer, askedPage(searchParams));
  if (view === null) throw notFound();
  return { ...view, done: searchParams.get("done") };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  return form.value.get("act") === "withdraw" ? takeBack(viewer, form.value) : reply(viewer, form.value);
}

async function takeBack(viewer: ReplyAuthor, form: URLSearchParams) {
  const fields = readFields(withdrawReplySchema, form);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const withdrawn = await withdrawReply(viewer, fields.value);
  if (withdrawn.ok) return back(fields.value.reviewId, "withdrawn");
  if (withdrawn.reason === "not_found") throw notFound();
  return data(withErrors(form, withdrawReplySchema, { form: REFUSALS[withdrawn.reason] }), { status: 409 });
}

async function reply(viewer: ReplyAuthor, form: URLSearchParams) {
  const fields = readFields(replySchema, form);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const turn = await takeTurn("reply", viewer.userId);
  if (!turn.allowed) {
    const tooMany = withErrors(form, replySchema, { form: "That was a lot of replies for one day. Go on tomorrow." });
    return data(tooMany, { status: 429, headers: { "Retry-After": String(turn.retryAfterSeconds) } });
  }
  const { isChecked, ...input } = fields.value;
  const sent = await sendReply(viewer, { ...input, isChecked: isChecked === "on" }, new Date());
  if (sent.ok) return back(input.reviewId, "sent");
  if (sent.reason.kind === "not_found") throw notFound();
  const refused = withErrors(form, replySchema, explain(sent.reason));
  return data(refused, { status: sent.reason.kind === "warnings" ? 400 : 409 });
}

const REFUSALS = {
  not_possible: "This reply can no longer be changed.",
  changed: "This reply was changed or decided since you opened the page. Look at it below, then try again.",
} as const;

/** The warnings stand under the name of their tick, which the form shows as soon as there are any. */
function explain(refusal: Exclude<SendReplyRefusal, { kind: "not_found" }>): Record<string, string> {
  if (refusal.kind !== "warnings")
    return { form: refusal.kind === "changed" ? REFUSALS.changed : REFUSALS.not_possible };
  const words = refusal.warnings.map(({ kind, quote }) => `“${quote}”: ${REPLY_WARNING_WORDS[kind].toLowerCase()}.`);
  return { isChecked: words.join(" ") };
}

function back(reviewId: string, done: "sent" | "withdrawn") {
  return redirect(`/studio/reviews?done=${done}#review-${reviewId}`, 303);
}

export default function StudioReviewsRoute() {
  return <StudioReviewsScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
