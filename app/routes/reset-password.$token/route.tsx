import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newPasswordSchema } from "#app/domain/accounts/account-schema.ts";
import { EntryFrame } from "#app/domain/accounts/entry-frame.tsx";
import { PASSWORD_HINT } from "#app/domain/accounts/password.ts";
import { replyNotNow } from "#app/domain/accounts/refusal-reply.ts";
import { isResetLink, resetPassword } from "#app/domain/accounts/reset-password.server.ts";
import { releaseWaitingReviews } from "#app/domain/reviews/release-waiting-reviews.server.ts";
import { secretPageHeaders } from "#app/platform/form-headers.ts";
import { EMPTY_REPLY, readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { senderOf } from "#app/platform/sender.server.ts";
import { blankSessionCookie } from "#app/platform/sessions.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

export const meta: MetaFunction = () => [
  { title: "Set a new password | Hairline" },
  { name: "robots", content: "noindex" },
];

export const headers = secretPageHeaders;

/** Looks at the link and leaves it as it is: programs that check mails open links too. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { isOver: !(await isResetLink(params["token"] ?? "", new Date())) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(newPasswordSchema, form.value);
  if (!fields.ok) return data({ ...fields.reason, isOver: false }, { status: 400 });
  const { password } = fields.value;
  const now = new Date();
  const done = await resetPassword({ token: params["token"] ?? "", password }, senderOf(request), now);
  if (done.ok) {
    await releaseWaitingReviews(done.value.userId, now);
    return redirect("/sign-in?new-password", { status: 303, headers: { "Set-Cookie": blankSessionCookie() } });
  }
  if (done.reason === "over") return data({ ...EMPTY_REPLY, isOver: true }, { status: 400 });
  if (typeof done.reason === "object" && "password" in done.reason) {
    return data({ ...withErrors(form.value, newPasswordSchema, done.reason), isOver: false }, { status: 400 });
  }
  const { words, ...init } = replyNotNow(done.reason);
  return data({ ...withErrors(form.value, newPasswordSchema, { form: words }), isOver: false }, init);
}

export default function ResetPasswordRoute() {
  const { isOver } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? { ...EMPTY_REPLY, isOver: false };
  if (isOver || reply.isOver) {
    return (
      <EntryFrame
        title="This link no longer works"
        lead="It was used already, is older than one hour, or a newer one was asked for."
      >
        <div>
          <ButtonLink href="/forgot-password">Ask for a new link</ButtonLink>
        </div>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame
      title="Set a new password"
      lead="All your sessions end with it, on every device; then you sign in with the new one."
      errors={reply.errors}
    >
      <form method="post" className="stack" noValidate>
        <TextField
          id="password"
          name="password"
          label="New password"
          hint={PASSWORD_HINT}
          type="password"
          autoComplete="new-password"
          required
          autoFocus
          errors={reply.errors["password"]}
        />
        <div>
          <Button>Set the password</Button>
        </div>
      </form>
    </EntryFrame>
  );
}
