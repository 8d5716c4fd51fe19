import { data } from "@remix-run/node";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { answerEmailForm } from "#app/domain/accounts/answer-email-form.server.ts";
import { EmailForm } from "#app/domain/accounts/email-form.tsx";
import { EntryFrame } from "#app/domain/accounts/entry-frame.tsx";
import { requestPasswordReset } from "#app/domain/accounts/request-password-reset.server.ts";
import { formHeaders } from "#app/platform/form-headers.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { senderOf } from "#app/platform/sender.server.ts";
import { Notice } from "#app/ui/notice.tsx";

export const meta: MetaFunction = () => [
  { title: "Forgot password | Hairline" },
  { name: "robots", content: "noindex" },
];

export const headers = formHeaders;

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const { reply, init } = await answerEmailForm(form.value, (email) =>
    requestPasswordReset(email, senderOf(request), new Date()),
  );
  return data(reply, init);
}

export default function ForgotPasswordRoute() {
  const reply = useActionData<typeof action>() ?? { ...EMPTY_REPLY, isSent: false };
  return (
    <EntryFrame
      title="Forgot password"
      lead="Tell us the address of your account. We mail you a link that sets a new password."
      errors={reply.errors}
      below={
        <p>
          <a href="/sign-in">Back to signing in</a>
        </p>
      }
    >
      {reply.isSent ? (
        <Notice isNews>
          If there is an account with this address, a mail with a link is on its way. The link works once, for one hour;
          older links no longer work.
        </Notice>
      ) : null}
      <EmailForm reply={reply} label="Send the link" />
    </EntryFrame>
  );
}
