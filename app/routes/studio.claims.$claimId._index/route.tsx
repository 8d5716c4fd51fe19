import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { claimCodeSchema, withdrawClaimSchema } from "#app/domain/technicians/claim-schema.ts";
import { KEEPS_ANOTHER, SESSION_GONE } from "#app/domain/technicians/claim-words.ts";
import styles from "#app/domain/technicians/claims.css?url";
import { findOwnClaim } from "#app/domain/technicians/find-own-claims.server.ts";
import { proveListingClaim } from "#app/domain/technicians/prove-listing-claim.server.ts";
import { withdrawListingClaim } from "#app/domain/technicians/withdraw-listing-claim.server.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { formHeaders } from "#app/platform/form-headers.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { sessionCookie } from "#app/platform/sessions.server.ts";
import { OwnClaimScreen } from "#app/routes/studio.claims.$claimId._index/own-claim-screen.tsx";
import { plural } from "#app/ui/format.ts";

export const meta: MetaFunction = () => [{ title: "Your claim | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = formHeaders;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const claim = await findOwnClaim(viewer, params["claimId"] ?? "", new Date());
  if (claim === null) throw notFound();
  const done = new URL(request.url).searchParams.get("done");
  return { claim, done };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const { claimId = "" } = params;
  if (!isRowId(claimId)) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = form.value.get("intent");
  if (intent === "withdraw") return withdraw(viewer, claimId, form.value);
  if (intent === "code") return giveCode(viewer, claimId, form.value);
  // Somebody else's is no more here than a claim that never was.
  if ((await findOwnClaim(viewer, claimId, new Date())) === null) throw notFound();
  throw data(null, { status: 400 });
}

async function withdraw(viewer: Viewer, claimId: string, form: URLSearchParams) {
  const fields = readFields(withdrawClaimSchema, form);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const withdrawn = await withdrawListingClaim(viewer, { claimId, version: fields.value.version }, new Date());
  if (withdrawn.ok) return redirect(`/studio/claims/${claimId}?done=withdrawn`, 303);
  if (withdrawn.reason === "not_found") throw notFound();
  const words = "Your claim has changed since you opened the page. Below is how it stands now.";
  return data(withErrors(form, withdrawClaimSchema, { form: words }), { status: 409 });
}

async function giveCode(viewer: Viewer, claimId: string, form: URLSearchParams) {
  const fields = readFields(claimCodeSchema, form);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const turn = await takeTurn("claim_code", viewer.userId);
  if (!turn.allowed) {
    const tooMany = withErrors(form, claimCodeSchema, { code: "Too many codes in one hour. Try again later." });
    return data(tooMany, { status: 429, headers: { "Retry-After": String(turn.retryAfterSeconds) } });
  }
  const proven = await proveListingClaim(viewer, claimId, { kind: "code", code: fields.value.code }, new Date());
  if (proven.ok) {
    if (proven.value.outcome === "awaiting_moderator") return redirect(`/studio/claims/${claimId}?done=proven`, 303);
    const headers = { "Set-Cookie": sessionCookie(proven.value.sessionToken) };
    return redirect("/studio/publish?done=claimed", { status: 303, headers });
  }
  const { reason } = proven;
  if (reason.kind === "not_found") throw notFound();
  if (reason.kind === "wrong") {
    const words = `This is not the code. You have ${plural(reason.triesLeft, "try", "tries")} left.`;
    return data(withErrors(form, claimCodeSchema, { code: words }), { status: 400 });
  }
  return data(withErrors(form, claimCodeSchema, { form: REFUSALS[reason.kind] }), { status: 409 });
}

const REFUSALS = {
  over: "This claim waits for no code any more. Below is how it stands now.",
  void: "This was the last try: the code is void and the claim has lapsed. You can claim the listing again.",
  keeps_another: KEEPS_ANOTHER,
  gone: SESSION_GONE,
} as const;

export default function OwnClaimRoute() {
  return <OwnClaimScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
