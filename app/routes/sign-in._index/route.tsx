import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInSchema } from "#app/domain/accounts/account-schema.ts";
import { replyNotNow } from "#app/domain/accounts/refusal-reply.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { deviceCookie, newDevice, readDevice } from "#app/platform/device-cookie.server.ts";
import { formHeaders } from "#app/platform/form-headers.ts";
import { EMPTY_REPLY, readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";
import { findViewer } from "#app/platform/require-viewer.server.ts";
import { senderOf } from "#app/platform/sender.server.ts";
import { sessionCookie } from "#app/platform/sessions.server.ts";
import { signInStepCookie } from "#app/platform/sign-in-step.server.ts";
import { SignInForm } from "#app/routes/sign-in._index/sign-in-form.tsx";

export const meta: MetaFunction = () => [{ title: "Sign in | Hairline" }, { name: "robots", content: "noindex" }];

export const headers = formHeaders;

const WRONG = "This e-mail address and password don't belong together. Check both, or use “Forgot password”.";
const SUSPENDED = "This account is suspended. The mail that said so tells why, and how to appeal.";

/** Where somebody goes who is signed in now; the form posts to its own address, so the query says it. */
function targetOf(request: Request): string {
  return safeRedirectTarget(new URL(request.url).searchParams.get("returnTo"), "/account");
}

export async function loader({ request }: LoaderFunctionArgs) {
  const returnTo = targetOf(request);
  if ((await findViewer(request)) !== null) throw redirect(returnTo, 303);
  const { searchParams } = new URL(request.url);
  const news = searchParams.has("signed-out") ? "signed-out" : searchParams.has("new-password") ? "new-password" : null;
  return { returnTo, news } as const;
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(signInSchema, form.value);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const done = await signIn(fields.value, senderOf(request));
  if (!done.ok) {
    if (done.reason === "wrong") return data(withErrors(form.value, signInSchema, { form: WRONG }), { status: 400 });
    if (done.reason === "suspended") {
      return data(withErrors(form.value, signInSchema, { form: SUSPENDED }), { status: 403 });
    }
    const { words, ...init } = replyNotNow(done.reason);
    return data(withErrors(form.value, signInSchema, { form: words }), init);
  }
  const { userId, token, passwordMark } = done.value;
  const device = readDevice(request) ?? newDevice();
  const headers = new Headers();
  if (token === null) {
    // The second factor is owed before this browser counts as the account's.
    headers.append("Set-Cookie", deviceCookie(request, device));
    headers.append("Set-Cookie", signInStepCookie({ userId, passwordMark }, device, new Date()));
    const query = new URLSearchParams({ returnTo: targetOf(request) }).toString();
    return redirect(`/sign-in/code?${query}`, { status: 303, headers });
  }
  headers.append("Set-Cookie", sessionCookie(token));
  headers.append("Set-Cookie", deviceCookie(request, device, userId));
  return redirect(targetOf(request), { status: 303, headers });
}

export default function SignInRoute() {
  const { returnTo, news } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <SignInForm reply={reply ?? EMPTY_REPLY} returnTo={returnTo} news={reply ? null : news} />;
}
