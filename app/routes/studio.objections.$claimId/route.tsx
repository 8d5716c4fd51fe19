import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerListingClaim, findKeepersClaim } from "#app/domain/technicians/answer-listing-claim.server.ts";
import { objectionSchema } from "#app/domain/technicians/claim-schema.ts";
import styles from "#app/domain/technicians/claims.css?url";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import { ObjectionScreen } from "#app/routes/studio.objections.$claimId/objection-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Somebody claims your profile | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

/** For whoever kept the profile when it was claimed, also once they no longer do. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const claim = await findKeepersClaim(viewer, params["claimId"] ?? "", new Date());
  if (claim === null) throw notFound();
  return { claim, isJustAnswered: new URL(request.url).searchParams.get("done") === "answered" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const now = new Date();
  const claim = await findKeepersClaim(viewer, params["claimId"] ?? "", now);
  if (claim === null) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = form.value.get("intent");
  if (intent !== "agree" && intent !== "object") throw data(null, { status: 400 });
  let objection: string | null = null;
  if (intent === "object") {
    const fields = readFields(objectionSchema, form.value);
    if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
    ({ objection } = fields.value);
  }
  const answered = await answerListingClaim(viewer, { claimId: claim.id, objection }, now);
  if (answered.ok) return redirect(`/studio/objections/${claim.id}?done=answered`, 303);
  if (answered.reason === "not_found") throw notFound();
  const words = "This was answered or decided already, or the time is over. Below is how it stands.";
  return data<FormReply>(withErrors(form.value, objectionSchema, { form: words }), { status: 409 });
}

export default function ObjectionRoute() {
  return <ObjectionScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
