import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { releaseItem } from "#app/domain/moderation/claim-item.server.ts";
import { claimReport } from "#app/domain/moderation/claim-report.server.ts";
import { decideReport } from "#app/domain/moderation/decide-report.server.ts";
import { findReport } from "#app/domain/moderation/find-report.server.ts";
import { hideReportedReview } from "#app/domain/moderation/hide-reported-review.server.ts";
import { markAnswerDefective } from "#app/domain/moderation/mark-answer-defective.server.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { missingForReport, reportDecisionForm } from "#app/domain/moderation/report-decision.ts";
import type { ReportDecisionFields } from "#app/domain/moderation/report-decision.ts";
import { reportItemPath } from "#app/domain/moderation/report-item.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireModerator } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { ReportItemScreen } from "#app/routes/moderation.reports.$reportId/report-item-screen.tsx";
import itemStyles from "#app/routes/moderation.reports.$reportId/report-item.css?url";

export const meta: MetaFunction = () => [
  { title: "A report to decide | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: itemStyles },
];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const report = await findReport(viewer, params["reportId"] ?? "", new Date());
  if (report === null) throw notFound();
  return { report };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const { reportId = "" } = params;
  if (!isRowId(reportId)) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const now = new Date();
  switch (form.value.get("intent")) {
    case null:
      return decide(viewer, reportId, form.value, now);
    case "open":
      return after(await claimReport(viewer, reportId, now), reportId);
    case "release":
      await releaseItem(viewer, "report", reportId);
      return redirect("/moderation/reports", 303);
    case "hide":
      return after(await hideReportedReview(viewer, reportId, now), reportId);
    case "defective":
      return after(await markAnswerDefective(viewer, reportId, now), reportId);
    default:
      throw data(null, { status: 400 });
  }
}

/** Where something was refused, and the words for it. */
const REFUSED = {
  claimed: "Another moderator has this report open. Nothing was done.",
  not_claimed: "Open the report before you decide it.",
  decided: "Somebody decided this report already. See below how.",
  changed: "The report or the review changed since you opened this page. Nothing was done: look again.",
  not_harmful: "Only a review that does harm or shows personal data is hidden before the decision.",
} as const;
type Refused = keyof typeof REFUSED;

/** Back to the item after something that leaves it where it is. */
function after(done: { ok: true } | { ok: false; reason: Refused | "not_found" | "own_matter" }, reportId: string) {
  if (done.ok) return redirect(reportItemPath(reportId), 303);
  if (done.reason === "not_found" || done.reason === "own_matter") throw notFound();
  return data<FormReply>({ values: {}, lists: {}, errors: { form: [REFUSED[done.reason]] } }, { status: 409 });
}

async function decide(viewer: Viewer, reportId: string, form: URLSearchParams, now: Date) {
  const fields = readFields(reportDecisionForm, form);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const missing = missingForReport(fields.value);
  if (Object.keys(missing).length > 0) {
    return data<FormReply>(withErrors(form, reportDecisionForm, missing), { status: 400 });
  }
  const decided = await decideReport(
    viewer,
    { reportId, version: fields.value.version },
    toDecision(fields.value),
    now,
  );
  if (decided.ok) return redirect(`/moderation/reports?done=${decided.value.status}`, 303);
  if (decided.reason === "not_found" || decided.reason === "own_matter") throw notFound();
  return data<FormReply>(withErrors(form, reportDecisionForm, { form: REFUSED[decided.reason] }), { status: 409 });
}

/** A form that has everything that `missingForReport` asks for. */
function toDecision({ decision, reason, note = "" }: ReportDecisionFields) {
  return decision === "uphold" && reason !== undefined
    ? ({ outcome: "uphold", reason, note } as const)
    : ({ outcome: "dismiss", note } as const);
}

export default function ReportItemRoute() {
  return (
    <ReportItemScreen report={useLoaderData<typeof loader>().report} reply={useActionData<typeof action>() ?? null} />
  );
}
