import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { claimItem, releaseItem } from "#app/domain/moderation/claim-item.server.ts";
import { decideAppeal } from "#app/domain/moderation/decide-appeal.server.ts";
import { noteField } from "#app/domain/moderation/decision-schema.ts";
import { findAppeal } from "#app/domain/moderation/find-appeals.server.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireModerator } from "#app/platform/require-viewer.server.ts";
import { AppealScreen } from "#app/routes/moderation.appeals.$id/appeal-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Appeal to decide | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

const appealForm = z.object({
  outcome: z.enum(["overturn", "uphold"], { error: "Choose what becomes of it." }),
  version: z.coerce.number({ error: "Open the appeal again." }).int().positive(),
  note: noteField,
});

const REFUSED = {
  changed: "This was decided or withdrawn since you opened it. Nothing was done now; this is how it stands today.",
  claimed: "Somebody else has this open. Nothing was done.",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const appeal = await findAppeal(viewer, params["id"] ?? "", new Date());
  if (appeal === null) throw notFound();
  return { appeal };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const now = new Date();
  const appeal = await findAppeal(viewer, params["id"] ?? "", now);
  if (appeal === null) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const here = `/moderation/appeals/${appeal.id}`;
  switch (form.value.get("intent")) {
    case "open": {
      const claimed = appeal.waiting === null ? null : await claimItem(viewer, "appeal", appeal.id, now);
      if (claimed === null || (!claimed.ok && claimed.reason === "claimed")) {
        const words = claimed === null ? REFUSED.changed : REFUSED.claimed;
        return data<FormReply>(withErrors(form.value, appealForm, { form: words }), { status: 409 });
      }
      if (!claimed.ok) throw notFound();
      return redirect(here, 303);
    }
    case "release":
      await releaseItem(viewer, "appeal", appeal.id);
      return redirect("/moderation/appeals", 303);
  }
  const fields = readFields(appealForm, form.value);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const decided = await decideAppeal(viewer, { appealId: appeal.id, ...fields.value }, now);
  if (decided.ok) return redirect(`/moderation/appeals?done=${decided.value.decisionId}`, 303);
  if (decided.reason === "not_found" || decided.reason === "own_matter") throw notFound();
  return data<FormReply>(withErrors(form.value, appealForm, { form: REFUSED[decided.reason] }), { status: 409 });
}

export default function AppealRoute() {
  const { appeal } = useLoaderData<typeof loader>();
  return <AppealScreen appeal={appeal} reply={useActionData<typeof action>() ?? null} />;
}
