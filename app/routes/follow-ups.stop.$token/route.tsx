import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findFollowUpStop, setFollowUpStop } from "#app/domain/reviews/stop-follow-ups.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";
import { Button } from "#app/ui/button.tsx";

export const meta: MetaFunction = () => [
  { title: "Mails about follow-ups | Hairline" },
  { name: "robots", content: "noindex" },
];

// The address is the key: no other site is told of it.
export const headers = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });

/** Opening the link changes nothing: mail programs open links to look at them. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await findFollowUpStop(params["token"] ?? "");
  if (found === null) throw notFound();
  return found;
}

/** Who has the link may press the button, signed in or not. */
export async function action({ params, request }: ActionFunctionArgs) {
  const token = params["token"] ?? "";
  if ((await findFollowUpStop(token)) === null) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = form.value.get("intent");
  if (intent !== "stop" && intent !== "resume") throw data(null, { status: 400 });
  if (!(await setFollowUpStop(token, intent === "stop", new Date()))) throw notFound();
  return redirect(`/follow-ups/stop/${token}`, 303);
}

export default function StopFollowUpsRoute() {
  const { isStopped } = useLoaderData<typeof loader>();
  return (
    <div className="page page-narrow stack">
      <h1>{isStopped ? "We won’t ask again" : "Stop asking how it looks?"}</h1>
      <p>
        {isStopped
          ? "No more mails ask how the result of this review looks. You can still write a follow-up at any time, under My reviews."
          : "We write about one, six, twelve and twenty-four months after your last session to ask how it looks. Press the button and we stop, for this review."}
      </p>
      <form method="post">
        <Button look={isStopped ? "quiet" : "main"} name="intent" value={isStopped ? "resume" : "stop"}>
          {isStopped ? "Ask me again" : "Stop these mails"}
        </Button>
      </form>
    </div>
  );
}
