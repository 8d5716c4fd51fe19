import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countVisitCodes } from "#app/domain/reviews/count-visit-codes.server.ts";
import { VISIT_CODES_AT_ONCE } from "#app/domain/reviews/visit-code.ts";
import { visitCodesSchema } from "#app/domain/reviews/visit-codes-schema.ts";
import { createVisitCodes } from "#app/domain/reviews/visit-proof.server.ts";
import { EMPTY_REPLY, readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { InvitationsScreen } from "#app/routes/studio.invitations/invitations-screen.tsx";

export const meta: MetaFunction = () => [{ title: "Visit codes | Hairline" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  return countVisitCodes(viewer.technicianId, new Date());
}

/** Answers with the new codes themselves: they are readable this once, so there is no address to be sent to. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(visitCodesSchema, form.value);
  if (!fields.ok) return data({ ...fields.reason, codes: [] }, { status: 400 });
  const made = await createVisitCodes(viewer, fields.value.count, new Date());
  if (made.ok) return { ...EMPTY_REPLY, codes: made.value.map(({ code }) => code) };
  if (made.reason === "not_found") throw notFound();
  const errors = {
    count: `You have many unused codes already. Hand those out first; at most ${VISIT_CODES_AT_ONCE} at once.`,
  };
  return data({ ...withErrors(form.value, visitCodesSchema, errors), codes: [] }, { status: 409 });
}

export default function InvitationsRoute() {
  const reply = useActionData<typeof action>() ?? { ...EMPTY_REPLY, codes: [] };
  return <InvitationsScreen counts={useLoaderData<typeof loader>()} reply={reply} />;
}
