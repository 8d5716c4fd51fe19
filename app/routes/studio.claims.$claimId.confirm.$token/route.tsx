import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { KEEPS_ANOTHER, SESSION_GONE } from "#app/domain/technicians/claim-words.ts";
import { isClaimLinkOpen, proveListingClaim } from "#app/domain/technicians/prove-listing-claim.server.ts";
import { secretPageHeaders } from "#app/platform/form-headers.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { sessionCookie } from "#app/platform/sessions.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

export const meta: MetaFunction = () => [
  { title: "Confirm your claim | Hairline" },
  { name: "robots", content: "noindex" },
];

export const headers = secretPageHeaders;

/** Looks at the link and leaves it as it is: programs that check mails open links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { claimId = "", token = "" } = params;
  if (!isRowId(claimId)) throw notFound();
  const open = await isClaimLinkOpen(viewer, claimId, token, new Date());
  if (open === null) throw notFound();
  return open;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const { claimId = "", token = "" } = params;
  if (!isRowId(claimId)) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const proven = await proveListingClaim(viewer, claimId, { kind: "link", token }, new Date());
  if (proven.ok) {
    if (proven.value.outcome === "awaiting_moderator") return redirect(`/studio/claims/${claimId}?done=proven`, 303);
    const headers = { "Set-Cookie": sessionCookie(proven.value.sessionToken) };
    return redirect("/studio/publish?done=claimed", { status: 303, headers });
  }
  const { kind } = proven.reason;
  if (kind !== "keeps_another" && kind !== "gone") throw notFound();
  return data({ errors: { form: [kind === "gone" ? SESSION_GONE : KEEPS_ANOTHER] } }, { status: 409 });
}

export default function ConfirmClaimRoute() {
  const { name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="page-narrow stack">
      <h1>{`Is ${name} yours?`}</h1>
      {reply ? <FormErrors errors={reply.errors} /> : null}
      <p>You opened the link that we mailed to the studio’s domain. Press the button to use it; it works once.</p>
      <form method="post">
        <Button name="confirm" value="yes">
          Yes, this listing is mine
        </Button>
      </form>
    </div>
  );
}
