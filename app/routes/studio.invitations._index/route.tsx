import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countVisitCodes } from "#app/domain/reviews/count-visit-codes.server.ts";
import { createVisitCodes } from "#app/domain/reviews/create-visit-codes.server.ts";
import { invitationAddressesSchema, MOST_INVITED_A_DAY } from "#app/domain/reviews/invitation-addresses.ts";
import { listInvitationMonths } from "#app/domain/reviews/invitation-months.server.ts";
import { invitationShare, shareMonths } from "#app/domain/reviews/invitation-share.ts";
import { inviteClients } from "#app/domain/reviews/invite-clients.server.ts";
import { saveTreatedCounts } from "#app/domain/reviews/save-treated-counts.server.ts";
import { monthField, treatedCountsSchema } from "#app/domain/reviews/treated-counts-schema.ts";
import { VISIT_CODES_AT_ONCE } from "#app/domain/reviews/visit-code.ts";
import { visitCodesSchema } from "#app/domain/reviews/visit-codes-schema.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import studio from "#app/domain/technicians/studio.css?url";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { EMPTY_REPLY, readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { InvitationsScreen } from "#app/routes/studio.invitations._index/invitations-screen.tsx";
import type { InvitationsReply } from "#app/routes/studio.invitations._index/invitations-screen.tsx";
import styles from "#app/routes/studio.invitations._index/invitations.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studio },
  { rel: "stylesheet", href: styles },
];

export const meta: MetaFunction = () => [{ title: "Invitations | Hairline" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { technicianId } = await requireTechnician(request);
  const now = new Date();
  const [counts, months] = await Promise.all([
    countVisitCodes(technicianId, now),
    listInvitationMonths(technicianId, now),
  ]);
  const done = new URL(request.url).searchParams.get("done");
  return { counts, months, share: invitationShare(months), done };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = form.value.get("intent");
  if (intent === "codes") return makeCodes(viewer, form.value);
  if (intent === "mail") return invite(viewer, form.value);
  if (intent === "counts") return count(viewer, form.value);
  throw data(null, { status: 400 });
}

const told = (intent: InvitationsReply["intent"], reply: FormReply, codes: string[] = []): InvitationsReply => ({
  ...reply,
  intent,
  codes,
});

/** Answers with the new codes themselves: they are readable this once, so there is no address to be sent to. */
async function makeCodes(viewer: Keeper, form: URLSearchParams) {
  const fields = readFields(visitCodesSchema, form);
  if (!fields.ok) return data(told("codes", fields.reason), { status: 400 });
  const made = await createVisitCodes(viewer, fields.value.count, new Date());
  if (made.ok) {
    const codes = made.value.map(({ code }) => code);
    return data(told("codes", EMPTY_REPLY, codes), { status: 200 });
  }
  if (made.reason === "not_found") throw notFound();
  const errors = {
    count: `You have many unused codes already. Hand those out first; at most ${VISIT_CODES_AT_ONCE} at once.`,
  };
  return data(told("codes", withErrors(form, visitCodesSchema, errors)), { status: 409 });
}

async function invite(viewer: Keeper, form: URLSearchParams) {
  const fields = readFields(invitationAddressesSchema, form);
  if (!fields.ok) return data(told("mail", fields.reason), { status: 400 });
  const { addresses } = fields.value;
  const refused = (words: string) => told("mail", withErrors(form, invitationAddressesSchema, { addresses: words }));
  const turn = await takeTurn("invitation", viewer.userId, addresses.length);
  if (!turn.allowed) {
    const headers = { "Retry-After": String(turn.retryAfterSeconds) };
    const words = `At most ${MOST_INVITED_A_DAY} invitations go out in a day. Send the others tomorrow.`;
    return data(refused(words), { status: 429, headers });
  }
  const sent = await inviteClients(viewer, addresses, new Date());
  if (sent.ok) return redirect("/studio/invitations?done=invited", 303);
  if (sent.reason === "not_found") throw notFound();
  const words = "Publish your profile first: until then the link in the mail would lead to nothing.";
  return data(refused(words), { status: 409 });
}

async function count(viewer: Keeper, form: URLSearchParams) {
  const now = new Date();
  const fields = readFields(treatedCountsSchema(now), form);
  if (!fields.ok) return data(told("counts", fields.reason), { status: 400 });
  // A month that the form doesn't have, because it is new since, stays as it is.
  const months = shareMonths(now).filter((month) => form.has(monthField(month)));
  const counts = new Map(months.map((month) => [month, fields.value[monthField(month)] ?? null]));
  const saved = await saveTreatedCounts(viewer, counts, now);
  if (!saved.ok) throw notFound();
  return redirect("/studio/invitations?done=counted", 303);
}

export default function InvitationsRoute() {
  const reply = useActionData<typeof action>();
  return <InvitationsScreen {...useLoaderData<typeof loader>()} reply={reply ?? told(null, EMPTY_REPLY)} />;
}
