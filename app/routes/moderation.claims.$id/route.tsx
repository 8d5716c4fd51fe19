import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkDecisionForm, missingForCheck } from "#app/domain/moderation/check-decision.ts";
import { releaseItem } from "#app/domain/moderation/claim-item.server.ts";
import { decideClaim } from "#app/domain/moderation/decide-claim.server.ts";
import { findClaimItem } from "#app/domain/moderation/find-claim-item.server.ts";
import { findOwnDecision } from "#app/domain/moderation/find-own-decision.server.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { makeClaimCode } from "#app/domain/moderation/make-claim-code.server.ts";
import type { MadeClaimCode } from "#app/domain/moderation/made-code.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { openClaimItem, openNextClaimItem } from "#app/domain/moderation/open-claim.server.ts";
import { listingSourceTitle } from "#app/domain/registers/listing-source.ts";
import { registerOf } from "#app/domain/registers/register.ts";
import claimStyles from "#app/domain/technicians/claims.css?url";
import { EMPTY_REPLY, readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireModerator } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { ClaimItemScreen } from "#app/routes/moderation.claims.$id/claim-item-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Claim to decide | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: claimStyles },
];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const item = await findClaimItem(viewer, params["id"] ?? "", new Date());
  if (item === null) throw notFound();
  const { source } = item.listing;
  const register =
    source === null ? null : { title: listingSourceTitle(source), url: registerOf(source)?.sourceUrl ?? null };
  const done = await findOwnDecision(viewer, new URL(request.url).searchParams.get("done"));
  return { item, register, done };
}

type DeskReply = FormReply & { made: MadeClaimCode | null };
const reply = (form: FormReply, status: number, made: MadeClaimCode | null = null) =>
  data<DeskReply>({ ...form, made }, { status });
const refused = (words: string) => reply({ ...EMPTY_REPLY, errors: { form: [words] } }, 409);

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const { id = "" } = params;
  if (!isRowId(id)) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const now = new Date();
  // What is not there, or their own, is not there for any form.
  if ((await findClaimItem(viewer, id, now)) === null) throw notFound();
  switch (form.value.get("intent")) {
    case null:
      return decide(viewer, id, form.value, now);
    case "open": {
      const opened = await openClaimItem(viewer, id, now);
      if (opened.ok) return redirect(handedInPath("listing_claim", id), 303);
      if (opened.reason === "own_matter") throw notFound();
      return refused(REFUSALS[opened.reason]);
    }
    case "release":
      await releaseItem(viewer, "listing_claim", id);
      return redirect("/moderation/claims", 303);
    case "make-code": {
      const made = await makeClaimCode(viewer, id, now);
      if (made.ok) return reply(EMPTY_REPLY, 200, made.value);
      if (made.reason === "not_found" || made.reason === "own_matter") throw notFound();
      return refused(REFUSALS[made.reason]);
    }
    default:
      throw data(null, { status: 400 });
  }
}

const REFUSALS = {
  changed:
    "This was decided, answered or withdrawn since you opened it. Nothing was done now; below is how it stands today.",
  claimed: "Somebody else has this open. Nothing was done.",
  no_reason: "Choose the reason and write down the facts.",
  too_early: "Whoever keeps the profile still has time to answer. Nothing was done.",
  keeps_another:
    "The claimant keeps another profile by now, and one account keeps one. This claim can only be refused.",
} as const;

/** Decides, and leads to what has waited longest after it. */
async function decide(viewer: Viewer, id: string, form: URLSearchParams, now: Date) {
  const fields = readFields(checkDecisionForm, form);
  if (!fields.ok) return reply(fields.reason, 400);
  const { decision, version, reason = null, note = null } = fields.value;
  if (decision === "request_changes") throw data(null, { status: 400 });
  const missing = missingForCheck(fields.value);
  if (Object.keys(missing).length > 0) return reply(withErrors(form, checkDecisionForm, missing), 400);
  const decided = await decideClaim(viewer, { id, version, decision, reason, note }, now);
  if (decided.ok) {
    const next = await openNextClaimItem(viewer, now);
    const query = new URLSearchParams({ done: decided.value.decisionId });
    if (next === null) query.set("empty", "");
    const path = next === null ? "/moderation/claims" : handedInPath("listing_claim", next);
    return redirect(`${path}?${query.toString()}`, 303);
  }
  if (decided.reason === "not_found" || decided.reason === "own_matter") throw notFound();
  return reply(withErrors(form, checkDecisionForm, { form: REFUSALS[decided.reason] }), 409);
}

export default function ClaimItemRoute() {
  return <ClaimItemScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
