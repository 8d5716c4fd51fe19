import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import enquiries from "#app/domain/enquiries/enquiries.css?url";
import { findEnquiry, markEnquiryRead } from "#app/domain/enquiries/find-enquiry.server.ts";
import studio from "#app/domain/technicians/studio.css?url";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { isThreadIntent } from "#app/routes/studio.enquiries.$id/thread-reply.ts";
import { sendThreadForm } from "#app/routes/studio.enquiries.$id/send-thread-form.server.ts";
import { ThreadScreen } from "#app/routes/studio.enquiries.$id/thread-screen.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studio },
  { rel: "stylesheet", href: enquiries },
];

export const meta: MetaFunction = () => [{ title: "Enquiry | Hairline" }, { name: "robots", content: "noindex" }];

/** Opening a thread marks it as read, for its keeper alone. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const id = params["id"] ?? "";
  const now = new Date();
  const thread = isRowId(id) ? await findEnquiry(viewer, id, now) : null;
  if (thread === null) throw notFound();
  await markEnquiryRead(viewer, id, now);
  const done = new URL(request.url).searchParams.get("done");
  return { thread, done: isThreadIntent(done) ? done : null, today: now.toISOString().slice(0, 10) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const id = params["id"] ?? "";
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const now = new Date();
  if (!isRowId(id) || (await findEnquiry(viewer, id, now)) === null) throw notFound();
  const intent = form.value.get("intent");
  if (!isThreadIntent(intent)) throw data(null, { status: 400 });
  return sendThreadForm(viewer, id, intent, form.value, now);
}

export default function EnquiryRoute() {
  const reply = useActionData<typeof action>();
  return <ThreadScreen {...useLoaderData<typeof loader>()} reply={reply ?? { ...EMPTY_REPLY, intent: null }} />;
}
