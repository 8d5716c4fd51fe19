import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmItIsYou } from "#app/domain/accounts/confirm-it-is-you.server.ts";
import type { ConfirmRefusal } from "#app/domain/accounts/confirm-it-is-you.server.ts";
import { CODE_REFUSALS, PASSWORD_REFUSALS } from "#app/domain/accounts/password-refusals.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";
import { requireViewer } from "#app/platform/require-viewer.server.ts";
import { sessionCookie } from "#app/platform/sessions.server.ts";
import { confirmSchema } from "#app/routes/confirm/confirm-form.ts";
import { ConfirmScreen } from "#app/routes/confirm/confirm-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Confirm that it is you | Hairline" },
  { name: "robots", content: "noindex" },
];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const { hasSecondFactor, displayName } = await requireViewer(request);
  return { hasSecondFactor, displayName };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(confirmSchema, form.value);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const back = safeRedirectTarget(new URL(request.url).searchParams.get("returnTo"), "/account");
  const done = await confirmItIsYou(viewer, fields.value, new Date());
  if (done.ok) return redirect(back, { status: 303, headers: { "Set-Cookie": sessionCookie(done.value) } });
  // Signed out elsewhere meanwhile: the page it leads to asks for the rest.
  if (done.reason === "gone") return redirect(back, 303);
  const { field, words, status } = told(done.reason);
  return data<FormReply>(withErrors(form.value, confirmSchema, { [field]: words }), { status });
}

function told(reason: Exclude<ConfirmRefusal, "gone">) {
  if (reason === "wrong_code") return { field: "code", ...CODE_REFUSALS.wrong };
  if (reason === "code_blocked") return { field: "code", ...CODE_REFUSALS.blocked };
  return { field: "currentPassword", ...PASSWORD_REFUSALS[reason] };
}

export default function ConfirmRoute() {
  return <ConfirmScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
