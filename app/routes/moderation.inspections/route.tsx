import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import styles from "#app/domain/moderation/moderation.css?url";
import { listInspectionNotices } from "#app/domain/registers/list-inspection-notices.server.ts";
import { seeInspection } from "#app/domain/registers/see-inspection.server.ts";
import { askedPage } from "#app/platform/paging.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireModerator } from "#app/platform/require-viewer.server.ts";
import { InspectionsScreen } from "#app/routes/moderation.inspections/inspections-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Worse inspections | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

const seenSchema = z.object({ inspectionId: z.uuid() });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const view = await listInspectionNotices(viewer, askedPage(searchParams));
  return { ...view, isDone: searchParams.has("done") };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(seenSchema, form.value);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const seen = await seeInspection(viewer, fields.value.inspectionId, new Date());
  if (seen.ok) return redirect("/moderation/inspections?done=seen", 303);
  if (seen.reason === "not_found") throw notFound();
  const refused = { form: "Somebody else has looked at it already." };
  return data(withErrors(form.value, seenSchema, refused), { status: 409 });
}

export default function InspectionsRoute() {
  return <InspectionsScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
