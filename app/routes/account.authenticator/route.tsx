import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import styles from "#app/domain/accounts/account.css?url";
import { removeAuthenticator, replaceRecoveryCodes } from "#app/domain/accounts/change-authenticator.server.ts";
import { drawQrCode } from "#app/domain/accounts/draw-qr-code.server.ts";
import { findAuthenticator } from "#app/domain/accounts/find-authenticator.server.ts";
import type { Authenticator } from "#app/domain/accounts/find-authenticator.server.ts";
import { CODE_REFUSALS } from "#app/domain/accounts/password-refusals.ts";
import {
  blankRecoveryCodesCookie,
  readRecoveryCodes,
  recoveryCodesCookie,
} from "#app/domain/accounts/recovery-codes-cookie.server.ts";
import { confirmAuthenticator, startAuthenticator } from "#app/domain/accounts/set-up-authenticator.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";
import { requireRecentAuth, requireViewer } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { sessionCookie } from "#app/platform/sessions.server.ts";
import { AuthenticatorScreen } from "#app/routes/account.authenticator/authenticator-screen.tsx";
import type { AuthenticatorView } from "#app/routes/account.authenticator/authenticator-screen.tsx";
import { confirmSchema, readAuthenticatorIntent } from "#app/routes/account.authenticator/authenticator-form.ts";

export const meta: MetaFunction = () => [
  { title: "Your authenticator | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const authenticator = await findAuthenticator(viewer.userId);
  // Who sees the seed can make codes for good: a session that was left open must not be enough.
  if (authenticator.state === "started") requireRecentAuth(request, viewer);
  const recoveryCodes = readRecoveryCodes(request.headers.get("Cookie"), viewer.userId);
  const view: AuthenticatorView = {
    ...shown(authenticator),
    recoveryCodes,
    isRequired: viewer.roles.includes("moderator"),
    returnTo: returnTo(request),
  };
  if (recoveryCodes.length === 0) return data(view);
  return data(view, { headers: { "Set-Cookie": blankRecoveryCodesCookie() } });
}

/** The seed in groups of four, which people can copy, and drawn, which apps can read. */
function shown(authenticator: Authenticator): Pick<AuthenticatorView, "state" | "since" | "codesLeft" | "seed" | "qr"> {
  const { state } = authenticator;
  const since = state === "on" ? authenticator.since.toISOString() : null;
  const codesLeft = state === "on" ? authenticator.recoveryCodesLeft : 0;
  const seed = state === "started" ? (authenticator.seed.match(/.{1,4}/g) ?? []) : [];
  const qr = state === "started" ? drawQrCode(authenticator.setUpAddress) : null;
  return { state, since, codesLeft, seed, qr };
}

function returnTo(request: Request): string | null {
  return safeRedirectTarget(new URL(request.url).searchParams.get("returnTo"), "") || null;
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = readAuthenticatorIntent(form.value);
  if (intent === null) throw data(null, { status: 400 });
  requireRecentAuth(request, viewer);
  if (intent === "confirm") return confirm(request, viewer, form.value);
  if (intent === "start") await startAuthenticator(viewer);
  if (intent === "remove") {
    const removed = await removeAuthenticator(viewer.userId, new Date());
    if (!removed.ok && removed.reason === "moderator") throw data(null, { status: 403 });
  }
  const headers = new Headers();
  if (intent === "codes") {
    const codes = await replaceRecoveryCodes(viewer.userId, new Date());
    if (codes.ok) headers.append("Set-Cookie", recoveryCodesCookie(viewer.userId, codes.value));
  }
  return redirect(ownAddress(request), { status: 303, headers });
}

async function confirm(request: Request, viewer: Viewer, form: URLSearchParams) {
  const fields = readFields(confirmSchema, form);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const done = await confirmAuthenticator(viewer, fields.value.code, new Date());
  if (done.ok) {
    const headers = new Headers();
    headers.append("Set-Cookie", sessionCookie(done.value.sessionToken));
    headers.append("Set-Cookie", recoveryCodesCookie(viewer.userId, done.value.recoveryCodes));
    return redirect(ownAddress(request), { status: 303, headers });
  }
  // Done in another window, or signed out there: the page itself says how things stand.
  if (done.reason === "not_started" || done.reason === "gone") return redirect(ownAddress(request), 303);
  const { words, status } = CODE_REFUSALS[done.reason];
  return data<FormReply>(withErrors(form, confirmSchema, { code: words }), { status });
}

function ownAddress(request: Request): string {
  const target = returnTo(request);
  return `/account/authenticator${target === null ? "" : `?${new URLSearchParams({ returnTo: target }).toString()}`}`;
}

export default function AuthenticatorRoute() {
  return <AuthenticatorScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
