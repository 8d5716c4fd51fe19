import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { decideBulkRejection } from "#app/domain/moderation/decide-bulk-rejection.server.ts";
import { noteField, reasonField } from "#app/domain/moderation/decision-schema.ts";
import { listAlike, listBulkProposals } from "#app/domain/moderation/list-bulk.server.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { proposeBulkRejection } from "#app/domain/moderation/propose-bulk-rejection.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireModerator, requireRecentAuth } from "#app/platform/require-viewer.server.ts";
import { BulkScreen } from "#app/routes/moderation.bulk/bulk-screen.tsx";

export const meta: MetaFunction = () => [{ title: "Bulk refusals | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

const proposal = z.object({ reviewId: z.uuid(), reason: reasonField, note: noteField });
const answer = z.object({ bulkId: z.uuid(), answer: z.enum(["confirm", "refuse"]) });

const REFUSED = {
  not_alike: "These reviews no longer wait with the same words. Nothing was proposed.",
  proposed: "Somebody proposed this author’s reviews already. Nothing was proposed twice.",
  changed: "Somebody else looked at this proposal already. Nothing was done now.",
};

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const [groups, proposals] = await Promise.all([listAlike(viewer), listBulkProposals(viewer)]);
  const done = z.enum(["proposed", "confirmed", "refused"]).safeParse(new URL(request.url).searchParams.get("done"));
  return { groups, proposals, done: done.success ? done.data : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const now = new Date();
  if (form.value.has("answer")) {
    const fields = readFields(answer, form.value);
    if (!fields.ok) throw data(null, { status: 400 });
    requireRecentAuth(request, viewer, now);
    const isConfirmed = fields.value.answer === "confirm";
    const decided = await decideBulkRejection(viewer, fields.value.bulkId, isConfirmed, now);
    if (decided.ok) return redirect(`/moderation/bulk?done=${isConfirmed ? "confirmed" : "refused"}`, 303);
    if (decided.reason !== "changed") throw notFound();
    return data<FormReply>(withErrors(form.value, answer, { form: REFUSED.changed }), { status: 409 });
  }
  const fields = readFields(proposal, form.value);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const proposed = await proposeBulkRejection(viewer, fields.value, now);
  if (proposed.ok) return redirect("/moderation/bulk?done=proposed", 303);
  if (proposed.reason === "own_matter") throw notFound();
  return data<FormReply>(withErrors(form.value, proposal, { form: REFUSED[proposed.reason] }), { status: 409 });
}

export default function BulkRoute() {
  return <BulkScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
