import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findReportableReview } from "#app/domain/moderation/find-reportable-review.server.ts";
import { noticeSchema, reportSchema } from "#app/domain/moderation/report-schema.ts";
import { sendNotice, sendReport } from "#app/domain/moderation/send-report.server.ts";
import type { Reporter } from "#app/domain/moderation/send-report.server.ts";
import { addressOf } from "#app/platform/client-address.ts";
import { readDevice } from "#app/platform/device-cookie.server.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { findViewer, notFound } from "#app/platform/require-viewer.server.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";
import { ReportScreen } from "#app/routes/reviews.$reviewId.report/report-screen.tsx";
import styles from "#app/domain/moderation/report.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction = () => [
  { title: "Report a review | Hairline" },
  { name: "robots", content: "noindex" },
];

/** A defamation notice is the same page with more fields: `?kind=notice`. */
function isNoticeRequest(request: Request): boolean {
  return new URL(request.url).searchParams.get("kind") === "notice";
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  const [viewer, review] = await Promise.all([findViewer(request), findReportableReview(params["reviewId"] ?? "")]);
  if (review === null) throw notFound();
  const { id, title, text, authorName, publishedOn, technicianName, slug } = review;
  return {
    review: { id, title, text, authorName, publishedOn, technicianName, slug },
    isNotice: isNoticeRequest(request),
    isSignedIn: viewer !== null,
  };
}

/** Open to everybody, with an account or without. */
export async function action({ params, request }: ActionFunctionArgs) {
  const viewer = await findViewer(request);
  const reviewId = params["reviewId"] ?? "";
  if ((await findReportableReview(reviewId)) === null) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const address = keyedHash("address", addressOf(request));
  const reporter: Reporter = { viewer, sender: readDevice(request) ?? addressOf(request) };
  const key = viewer?.userId ?? address;

  if (isNoticeRequest(request)) {
    const fields = readFields(noticeSchema, form.value);
    if (!fields.ok) return data(fields.reason, { status: 400 });
    const turn = await takeTurn("defamation", key);
    if (!turn.allowed) return tooMany(withErrors(form.value, noticeSchema, TOO_MANY), turn.retryAfterSeconds);
    const sent = await sendNotice(reporter, reviewId, fields.value, new Date());
    return sent.ok ? done(sent.value.code) : refused(sent.reason, withErrors(form.value, noticeSchema, ALREADY_OPEN));
  }
  const fields = readFields(reportSchema, form.value);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const turn = await takeTurn("report", key);
  if (!turn.allowed) return tooMany(withErrors(form.value, reportSchema, TOO_MANY), turn.retryAfterSeconds);
  const sent = await sendReport(reporter, reviewId, fields.value, new Date());
  return sent.ok ? done(sent.value.code) : refused(sent.reason, withErrors(form.value, reportSchema, ALREADY_OPEN));
}

const TOO_MANY = { form: "You sent many reports in a short time. Wait an hour, then send this one again." };
const ALREADY_OPEN = {
  form: "You have reported this review for this reason already, and a moderator has yet to decide. There is nothing more to do.",
};

function done(code: string) {
  return redirect(`/reports/${code}`, 303);
}

function tooMany(reply: FormReply, seconds: number) {
  return data(reply, { status: 429, headers: { "Retry-After": String(seconds) } });
}

function refused(reason: "not_found" | "already_open", reply: FormReply) {
  if (reason === "not_found") throw notFound();
  return data(reply, { status: 409 });
}

export default function ReportRoute() {
  return <ReportScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
