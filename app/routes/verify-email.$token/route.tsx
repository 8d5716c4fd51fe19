import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { verifyEmailSchema } from "#app/domain/accounts/account-schema.ts";
import { replyNotNow } from "#app/domain/accounts/refusal-reply.ts";
import { findVerification, verifyEmail } from "#app/domain/accounts/verify-email.server.ts";
import { releaseWaitingReviews } from "#app/domain/reviews/release-waiting-reviews.server.ts";
import { deviceCookie } from "#app/platform/device-cookie.server.ts";
import { secretPageHeaders } from "#app/platform/form-headers.ts";
import { EMPTY_REPLY, readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";
import { findViewer } from "#app/platform/require-viewer.server.ts";
import { senderOf } from "#app/platform/sender.server.ts";
import { sessionCookie } from "#app/platform/sessions.server.ts";
import { VerifyEmailScreen } from "#app/routes/verify-email.$token/verify-email-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Confirm your address | Hairline" },
  { name: "robots", content: "noindex" },
];

export const headers = secretPageHeaders;

/** Looks at the link and leaves it as it is: programs that check mails open links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const found = await findVerification(params["token"] ?? "", viewer, senderOf(request), new Date());
  return { isOver: found === null, asksForPassword: found?.asksForPassword ?? false };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(verifyEmailSchema, form.value);
  if (!fields.ok) return data({ ...fields.reason, isOver: false }, { status: 400 });
  const now = new Date();
  const given = { token: params["token"] ?? "", password: fields.value.password };
  const done = await verifyEmail(given, await findViewer(request), senderOf(request), now);
  if (done.ok) {
    const { userId, sessionToken } = done.value;
    await releaseWaitingReviews(userId, now);
    const headers = new Headers();
    const returnTo = safeRedirectTarget(new URL(request.url).searchParams.get("returnTo"), "/account");
    if (sessionToken === null) {
      const query = new URLSearchParams({ returnTo }).toString();
      return redirect(returnTo === "/account" ? "/sign-in" : `/sign-in?${query}`, { status: 303, headers });
    }
    headers.append("Set-Cookie", sessionCookie(sessionToken));
    headers.append("Set-Cookie", deviceCookie(request, undefined, userId));
    return redirect(returnTo, { status: 303, headers });
  }
  if (done.reason === "over") return data({ ...EMPTY_REPLY, isOver: true }, { status: 400 });
  if (done.reason === "wrong") {
    const errors = {
      password: "This is not the password of the account. Check it, or set a new one by “Forgot password”.",
    };
    return data({ ...withErrors(form.value, verifyEmailSchema, errors), isOver: false }, { status: 400 });
  }
  const { words, ...init } = replyNotNow(done.reason);
  return data({ ...withErrors(form.value, verifyEmailSchema, { form: words }), isOver: false }, init);
}

export default function VerifyEmailRoute() {
  const { isOver, asksForPassword } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? { ...EMPTY_REPLY, isOver: false };
  return <VerifyEmailScreen errors={reply.errors} isOver={isOver || reply.isOver} asksForPassword={asksForPassword} />;
}
