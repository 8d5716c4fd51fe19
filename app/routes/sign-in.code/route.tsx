import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { codeSchema } from "#app/domain/accounts/account-schema.ts";
import { EntryFrame } from "#app/domain/accounts/entry-frame.tsx";
import { addSecondFactor, finishSignIn } from "#app/domain/accounts/give-code.server.ts";
import { deviceCookie } from "#app/platform/device-cookie.server.ts";
import { formHeaders } from "#app/platform/form-headers.ts";
import { EMPTY_REPLY, readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";
import { findViewer } from "#app/platform/require-viewer.server.ts";
import { senderOf } from "#app/platform/sender.server.ts";
import { sessionCookie } from "#app/platform/sessions.server.ts";
import { blankSignInStepCookie, readSignInStep } from "#app/platform/sign-in-step.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

export const meta: MetaFunction = () => [
  { title: "Enter your code | Hairline" },
  { name: "robots", content: "noindex" },
];

export const headers = formHeaders;

const WRONG = "This code is not right, or was used already. Wait for the next one in your app, then enter it.";
const BLOCKED = "There were too many wrong codes. Please wait 15 minutes, then try again.";

function targetOf(request: Request): string {
  return safeRedirectTarget(new URL(request.url).searchParams.get("returnTo"), "/account");
}

/**
 * Who owes a code here: somebody who gave their password a moment ago, or whose session began without the second factor.
 * Anybody else is led away.
 */
async function requireOwing(request: Request, now: Date) {
  const step = readSignInStep(request, now);
  if (step !== null) return { kind: "step", step } as const;
  const viewer = await findViewer(request);
  if (viewer === null) {
    throw redirect(`/sign-in?${new URLSearchParams({ returnTo: targetOf(request) }).toString()}`, 303);
  }
  if (!viewer.hasSecondFactor || viewer.mfaAt !== null) throw redirect(targetOf(request), 303);
  return { kind: "session", viewer } as const;
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOwing(request, new Date());
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const now = new Date();
  const owing = await requireOwing(request, now);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(codeSchema, form.value);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const { code } = fields.value;
  const done =
    owing.kind === "step"
      ? await finishSignIn(owing.step, code, senderOf(request), now)
      : await addSecondFactor(owing.viewer, code, now);
  const headers = new Headers();
  if (!done.ok) {
    if (done.reason === "over") {
      headers.append("Set-Cookie", blankSignInStepCookie());
      const query = new URLSearchParams({ returnTo: targetOf(request) }).toString();
      return redirect(`/sign-in?${query}`, { status: 303, headers });
    }
    if (done.reason === "wrong") return data(withErrors(form.value, codeSchema, { code: WRONG }), { status: 400 });
    const init = { status: 429, headers: { "Retry-After": "900" } };
    return data(withErrors(form.value, codeSchema, { form: BLOCKED }), init);
  }
  const userId = owing.kind === "step" ? owing.step.userId : owing.viewer.userId;
  headers.append("Set-Cookie", sessionCookie(done.value));
  headers.append("Set-Cookie", blankSignInStepCookie());
  headers.append("Set-Cookie", deviceCookie(request, undefined, userId));
  return redirect(targetOf(request), { status: 303, headers });
}

export default function SignInCodeRoute() {
  const { errors } = useActionData<typeof action>() ?? EMPTY_REPLY;
  return (
    <EntryFrame
      title="Enter your code"
      lead="Open the authenticator app that you set up for Hairline and enter the code that it shows."
      errors={errors}
      below={
        <p className="muted">Without your app at hand, enter one of your recovery codes instead. Each works once.</p>
      }
    >
      <form method="post" className="stack" noValidate>
        <TextField
          id="code"
          name="code"
          label="Code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          required
          autoFocus
          errors={errors["code"]}
        />
        <div>
          <Button>Continue</Button>
        </div>
      </form>
    </EntryFrame>
  );
}
