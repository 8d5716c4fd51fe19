import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signUpSchema } from "#app/domain/accounts/account-schema.ts";
import { replyNotNow } from "#app/domain/accounts/refusal-reply.ts";
import { signUp } from "#app/domain/accounts/sign-up.server.ts";
import { deviceCookie } from "#app/platform/device-cookie.server.ts";
import { formHeaders } from "#app/platform/form-headers.ts";
import { EMPTY_REPLY, readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";
import { findViewer } from "#app/platform/require-viewer.server.ts";
import { senderOf } from "#app/platform/sender.server.ts";
import { CheckYourMail } from "#app/routes/sign-up/check-your-mail.tsx";
import { SignUpForm } from "#app/routes/sign-up/sign-up-form.tsx";

export const meta: MetaFunction = () => [
  { title: "Make an account | Hairline" },
  { name: "robots", content: "noindex" },
];

export const headers = formHeaders;

/** For nobody who is signed in: they have an account. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const returnTo = safeRedirectTarget(searchParams.get("returnTo"), "/account");
  if ((await findViewer(request)) !== null) throw redirect(returnTo, 303);
  return { returnTo };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(signUpSchema, form.value);
  if (!fields.ok) return data({ ...fields.reason, mailedTo: "" }, { status: 400 });
  const { email, displayName, password } = fields.value;
  const returnTo = safeRedirectTarget(new URL(request.url).searchParams.get("returnTo"), "") || null;
  const done = await signUp({ email, displayName, password, returnTo }, senderOf(request), new Date());
  if (done.ok) {
    // The page says the same whether there was an account or not, and so do its cookies.
    const cookie = deviceCookie(request, undefined, done.value.userId);
    return data({ ...EMPTY_REPLY, mailedTo: email }, { headers: { "Set-Cookie": cookie } });
  }
  if (typeof done.reason === "object" && "password" in done.reason) {
    return data({ ...withErrors(form.value, signUpSchema, done.reason), mailedTo: "" }, { status: 400 });
  }
  const { words, ...init } = replyNotNow(done.reason);
  return data({ ...withErrors(form.value, signUpSchema, { form: words }), mailedTo: "" }, init);
}

export default function SignUpRoute() {
  const { returnTo } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (reply?.mailedTo) return <CheckYourMail email={reply.mailedTo} />;
  return <SignUpForm reply={reply ?? EMPTY_REPLY} returnTo={returnTo} />;
}
