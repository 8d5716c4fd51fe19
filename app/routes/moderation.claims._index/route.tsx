import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findOwnDecision } from "#app/domain/moderation/find-own-decision.server.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { listClaimsWithoutCode } from "#app/domain/moderation/list-claims-without-code.server.ts";
import { listHandedIn } from "#app/domain/moderation/list-handed-in.server.ts";
import { makeClaimCode } from "#app/domain/moderation/make-claim-code.server.ts";
import type { MadeClaimCode } from "#app/domain/moderation/made-code.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { openNextClaimItem } from "#app/domain/moderation/open-claim.server.ts";
import claimStyles from "#app/domain/technicians/claims.css?url";
import { askedPage } from "#app/platform/paging.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireModerator } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { ClaimQueueScreen } from "#app/routes/moderation.claims._index/claim-queue-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Claims on listings | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: claimStyles },
];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const now = new Date();
  const [queue, withoutCode, done] = await Promise.all([
    listHandedIn(viewer, { kind: "listing_claim", page: askedPage(searchParams) }, now),
    listClaimsWithoutCode(viewer, now),
    findOwnDecision(viewer, searchParams.get("done")),
  ]);
  return { queue, withoutCode, done, isEmpty: searchParams.has("empty") };
}

/** Answers with a new code itself: it is readable this once, so there is no address to be sent to. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const now = new Date();
  switch (form.value.get("intent")) {
    case "next": {
      const next = await openNextClaimItem(viewer, now);
      return redirect(next === null ? "/moderation/claims?empty" : handedInPath("listing_claim", next), 303);
    }
    case "make-code": {
      const id = form.value.get("claimId") ?? "";
      if (!isRowId(id)) throw notFound();
      const made = await makeClaimCode(viewer, id, now);
      if (made.ok) return answer(made.value, null, 200);
      if (made.reason === "not_found" || made.reason === "own_matter") throw notFound();
      return answer(null, REFUSALS[made.reason], 409);
    }
    default:
      throw data(null, { status: 400 });
  }
}

const REFUSALS = {
  claimed: "Somebody else has this open. Nothing was done.",
  changed: "This claim waits for no code any more: it has one, or is over.",
} as const;

function answer(made: MadeClaimCode | null, problem: string | null, status: number) {
  return data({ made, problem }, { status });
}

export default function ClaimQueueRoute() {
  return <ClaimQueueScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
