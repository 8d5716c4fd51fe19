import { emailSchema } from "#app/domain/accounts/account-schema.ts";
import { replyNotNow } from "#app/domain/accounts/refusal-reply.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import type { Result } from "#app/platform/result.ts";

type EmailReply = FormReply & { isSent: boolean };

/** Answers a form that asks for an address and mails something there: what the form shows, and how it is sent. */
export async function answerEmailForm(
  form: URLSearchParams,
  send: (email: string) => Promise<Result<null, { waitSeconds: number }>>,
): Promise<{ reply: EmailReply; init: ResponseInit }> {
  const fields = readFields(emailSchema, form);
  if (!fields.ok) return { reply: { ...fields.reason, isSent: false }, init: { status: 400 } };
  const sent = await send(fields.value.email);
  if (sent.ok) return { reply: { ...withErrors(form, emailSchema, {}), isSent: true }, init: {} };
  const { words, ...init } = replyNotNow(sent.reason);
  return { reply: { ...withErrors(form, emailSchema, { form: words }), isSent: false }, init };
}
