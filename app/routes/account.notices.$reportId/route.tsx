import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerNotice } from "#app/domain/moderation/answer-notice.server.ts";
import { findOwnNotice } from "#app/domain/moderation/find-own-notice.server.ts";
import { missingForAnswer, noticeAnswerSchema, toNoticeAnswer } from "#app/domain/moderation/report-schema.ts";
import styles from "#app/domain/moderation/report.css?url";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import { OwnNoticeScreen } from "#app/routes/account.notices.$reportId/own-notice-screen.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction = () => [
  { title: "A notice about your review | Hairline" },
  { name: "robots", content: "noindex" },
];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const notice = await findOwnNotice(viewer, params["reportId"] ?? "", new Date());
  if (notice === null) throw notFound();
  const { answerBy, answeredAt, ...rest } = notice;
  // The end of the day before this midnight.
  const lastDay = new Date(answerBy.getTime() - 1).toISOString().slice(0, 10);
  return { ...rest, lastDay, answeredOn: answeredAt && answeredAt.toISOString().slice(0, 10) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const reportId = params["reportId"] ?? "";
  const now = new Date();
  if ((await findOwnNotice(viewer, reportId, now)) === null) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(noticeAnswerSchema, form.value);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const missing = missingForAnswer(fields.value);
  if (Object.keys(missing).length > 0) {
    return data(withErrors(form.value, noticeAnswerSchema, missing), { status: 400 });
  }
  const answered = await answerNotice(viewer, reportId, toNoticeAnswer(fields.value), now);
  if (answered.ok) return redirect(`/account/notices/${reportId}`, 303);
  if (answered.reason === "not_found") throw notFound();
  const tooLate = { form: "The time for an answer is over, or there is one already." };
  return data(withErrors(form.value, noticeAnswerSchema, tooLate), { status: 409 });
}

export default function OwnNoticeRoute() {
  return <OwnNoticeScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
