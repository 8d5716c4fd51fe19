import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import styles from "#app/domain/accounts/account.css?url";
import { findAccount } from "#app/domain/accounts/find-account.server.ts";
import { renameAccount } from "#app/domain/accounts/rename-account.server.ts";
import { resendOwnVerification } from "#app/domain/accounts/resend-verification.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { requireViewer } from "#app/platform/require-viewer.server.ts";
import { senderOf } from "#app/platform/sender.server.ts";
import { nameSchema, readAccountIntent } from "#app/routes/account._index/account-form.ts";
import { AccountScreen, isDone } from "#app/routes/account._index/account-screen.tsx";
import type { AccountView } from "#app/routes/account._index/account-screen.tsx";

export const meta: MetaFunction = () => [{ title: "Your account | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs): Promise<AccountView> {
  const { userId } = await requireViewer(request);
  const { memberSince, ...account } = await findAccount(userId);
  const done = new URL(request.url).searchParams.get("done");
  return { ...account, memberSince: memberSince.toISOString(), done: isDone(done) ? done : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireViewer(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = readAccountIntent(form.value);
  if (intent === null) throw data(null, { status: 400 });
  if (intent === "resend") {
    const sent = await resendOwnVerification(userId, senderOf(request), new Date());
    if (sent.ok) return redirect("/account?done=resend", 303);
    const words =
      "Several mails were sent already. Please look into your mail and its spam folder, or try again later.";
    const retry = { "Retry-After": String(sent.reason.waitSeconds) };
    const reply = withErrors(form.value, nameSchema, { form: words });
    return data<FormReply>({ ...reply, values: {} }, { status: 429, headers: retry });
  }
  const fields = readFields(nameSchema, form.value);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  await renameAccount(userId, fields.value.displayName);
  return redirect("/account?done=name", 303);
}

export default function AccountRoute() {
  return <AccountScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
