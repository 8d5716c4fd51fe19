import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import styles from "#app/domain/accounts/account.css?url";
import { requestEmailChange } from "#app/domain/accounts/change-email.server.ts";
import { changePassword } from "#app/domain/accounts/change-password.server.ts";
import { endOtherSessions, endSessionByHandle } from "#app/domain/accounts/end-sessions.server.ts";
import { findAccount } from "#app/domain/accounts/find-account.server.ts";
import { findAuthenticator } from "#app/domain/accounts/find-authenticator.server.ts";
import { listSessions } from "#app/domain/accounts/list-sessions.server.ts";
import { PASSWORD_REFUSALS } from "#app/domain/accounts/password-refusals.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { sessionCookie } from "#app/platform/sessions.server.ts";
import {
  addressSchema,
  endSchema,
  passwordSchema,
  readSecurityIntent,
} from "#app/routes/account.security/security-form.ts";
import { isDone, SecurityScreen } from "#app/routes/account.security/security-screen.tsx";
import type { Done, SecurityReply, SecurityView } from "#app/routes/account.security/security-screen.tsx";

export const meta: MetaFunction = () => [{ title: "Security | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs): Promise<SecurityView> {
  const viewer = await requireViewer(request);
  const [account, authenticator, sessions] = await Promise.all([
    findAccount(viewer.userId),
    findAuthenticator(viewer.userId),
    listSessions(viewer, new Date()),
  ]);
  const done = new URL(request.url).searchParams.get("done");
  return {
    address: account.address,
    hasAuthenticator: authenticator.state === "on",
    recoveryCodesLeft: authenticator.state === "on" ? authenticator.recoveryCodesLeft : 0,
    sessions: sessions.map(({ startedAt, lastUsedAt, ...session }) => ({
      ...session,
      startedAt: startedAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    })),
    done: isDone(done) ? done : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  switch (readSecurityIntent(form.value)) {
    case "password":
      return setPassword(viewer, form.value);
    case "address":
      return setAddress(viewer, form.value);
    case "end":
      return endSession(viewer, form.value);
    case "end-others":
      await endOtherSessions(viewer);
      return back("ended");
    case null:
      throw data(null, { status: 400 });
  }
}

async function setPassword(viewer: Viewer, form: URLSearchParams) {
  const fields = readFields(passwordSchema, form);
  if (!fields.ok) return refused("password", fields.reason, 400);
  const { endOthers, ...passwords } = fields.value;
  const changed = await changePassword(viewer, { ...passwords, endOthers: endOthers === "yes" }, new Date());
  if (changed.ok) return back("password", sessionCookie(changed.value));
  const { reason } = changed;
  if (reason === "gone") return back(null);
  if (typeof reason === "object") {
    return refused("password", withErrors(form, passwordSchema, { newPassword: reason.unfit }), 400);
  }
  const { words, status } =
    reason === "changed"
      ? { words: "Your password was changed elsewhere a moment ago. Give the new one.", status: 409 }
      : PASSWORD_REFUSALS[reason];
  return refused("password", withErrors(form, passwordSchema, { currentPassword: words }), status);
}

async function setAddress(viewer: Viewer, form: URLSearchParams) {
  const fields = readFields(addressSchema, form);
  if (!fields.ok) return refused("address", fields.reason, 400);
  const asked = await requestEmailChange(viewer.userId, fields.value, new Date());
  if (asked.ok) return back("address");
  const { reason } = asked;
  if (reason === "same") {
    return refused("address", withErrors(form, addressSchema, { email: "This is your address already." }), 400);
  }
  if (reason === "too_many") {
    const words = "Several links were asked for already. Please look into your mail, or try again in an hour.";
    return refused("address", withErrors(form, addressSchema, { form: words }), 429);
  }
  const { words, status } = PASSWORD_REFUSALS[reason];
  return refused("address", withErrors(form, addressSchema, { password: words }), status);
}

async function endSession(viewer: Viewer, form: URLSearchParams) {
  const fields = readFields(endSchema, form);
  if (!fields.ok) throw data(null, { status: 400 });
  const ended = await endSessionByHandle(viewer, fields.value.session);
  if (!ended.ok) throw notFound();
  return back("ended");
}

function refused(intent: SecurityReply["intent"], reply: FormReply, status: number) {
  return data<SecurityReply>({ intent, ...reply }, { status });
}

function back(done: Done | null, cookie?: string) {
  const target = `/account/security${done === null ? "" : `?done=${done}`}`;
  return redirect(target, { status: 303, headers: cookie === undefined ? {} : { "Set-Cookie": cookie } });
}

export default function SecurityRoute() {
  return <SecurityScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
