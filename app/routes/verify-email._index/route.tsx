import { data } from "@remix-run/node";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { answerEmailForm } from "#app/domain/accounts/answer-email-form.server.ts";
import { EmailForm } from "#app/domain/accounts/email-form.tsx";
import { EntryFrame } from "#app/domain/accounts/entry-frame.tsx";
import { resendVerification } from "#app/domain/accounts/resend-verification.server.ts";
import { formHeaders } from "#app/platform/form-headers.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { senderOf } from "#app/platform/sender.server.ts";
import { Notice } from "#app/ui/notice.tsx";

export const meta: MetaFunction = () => [
  { title: "Confirm your address | Hairline" },
  { name: "robots", content: "noindex" },
];

export const headers = formHeaders;

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const { reply, init } = await answerEmailForm(form.value, (email) =>
    resendVerification(email, senderOf(request), new Date()),
  );
  return data(reply, init);
}

export default function VerifyEmailIndexRoute() {
  const reply = useActionData<typeof action>() ?? { ...EMPTY_REPLY, isSent: false };
  return (
    <EntryFrame
      title="Confirm your address"
      lead="We mail you a link. Reviews of your account wait until you have used it."
      errors={reply.errors}
    >
      {reply.isSent ? (
        <Notice isNews>
          If an account with this address waits for its confirmation, a mail with a new link is on its way. Older links
          no longer work.
        </Notice>
      ) : null}
      <EmailForm reply={reply} label="Send the link again" />
    </EntryFrame>
  );
}
