import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findInvitationStop, setInvitationStop } from "#app/domain/reviews/stop-invitations.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";
import { Button } from "#app/ui/button.tsx";

export const meta: MetaFunction = () => [{ title: "Invitations | Hairline" }, { name: "robots", content: "noindex" }];

// The address is the key: no other site is told of it.
export const headers = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });

/** Opening the link changes nothing: mail programs open links to look at them. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await findInvitationStop(params["token"] ?? "");
  if (found === null) throw notFound();
  return found;
}

/** Who has the link may press the button, signed in or not. */
export async function action({ params, request }: ActionFunctionArgs) {
  const token = params["token"] ?? "";
  if ((await findInvitationStop(token)) === null) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = form.value.get("intent");
  if (intent !== "stop" && intent !== "resume") throw data(null, { status: 400 });
  if (!(await setInvitationStop(token, intent === "stop", new Date()))) throw notFound();
  return redirect(`/invitations/stop/${token}`, 303);
}

export default function StopInvitationsRoute() {
  const { isStopped } = useLoaderData<typeof loader>();
  return (
    <div className="page page-narrow stack">
      <h1>{isStopped ? "No more invitations" : "Stop all invitations?"}</h1>
      <p>
        {isStopped
          ? "Nobody can send an invitation from Hairline to your address any more. Those who try are not told. You can still write a review at any time."
          : "Technicians can ask us to invite their clients to write a review. Press the button and no technician’s invitation reaches your address again. Nobody is told."}
      </p>
      <form method="post">
        <Button look={isStopped ? "quiet" : "main"} name="intent" value={isStopped ? "resume" : "stop"}>
          {isStopped ? "Allow invitations again" : "Stop invitations"}
        </Button>
      </form>
    </div>
  );
}
