import type { z } from "zod";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** What a form shows again after a refusal: what was typed, and what is wrong with it, by field. Flat on purpose. */
export type FormReply = {
  values: Record<string, string>;
  /** Several values of one field (checkboxes of one name). */
  lists: Record<string, string[]>;
  errors: Record<string, string[]>;
};

/** Fields that are never sent back to the browser. */
const SECRET_FIELDS = ["password", "newPassword", "currentPassword", "code", "recoveryCode", "token"];
const LONGEST_ECHO = 10_000;

export const EMPTY_REPLY: FormReply = { values: {}, lists: {}, errors: {} };

/**
 * Reads a posted form by a flat object schema (V-01): fields it doesn't name are dropped, a repeated field is refused
 * unless its name is in `lists`, text is put into NFC, control and bidi characters are taken out, blanks around it too, and what is left empty
 * counts as missing. Refused with what the form needs to show itself again; only fields of the schema are echoed, as
 * flat text, since a nested answer can kill the reply.
 */
export function readFields<S extends z.ZodObject>(
  schema: S,
  form: URLSearchParams,
  lists: readonly (keyof z.input<S> & string)[] = [],
): Result<z.output<S>, FormReply> {
  const reply: FormReply = { values: {}, lists: {}, errors: {} };
  const given: Record<string, string | string[]> = {};
  for (const name of Object.keys(schema.shape)) {
    const isSecret = SECRET_FIELDS.includes(name);
    const all = form.getAll(name).map((value) => (isSecret ? value.normalize("NFC") : cleanText(value)));
    if (lists.includes(name)) {
      given[name] = all.filter((value) => value !== "");
      reply.lists[name] = all.slice(0, 100).map((value) => value.slice(0, LONGEST_ECHO));
      continue;
    }
    if (all.length > 1) reply.errors[name] = ["This was sent more than once. Send the form again."];
    const [value = ""] = all;
    if (value !== "") given[name] = value;
    if (!isSecret) reply.values[name] = value.slice(0, LONGEST_ECHO);
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const name = String(path[0] ?? "form");
      (reply.errors[name] ??= []).push(message);
    }
  }
  if (parsed.success && Object.keys(reply.errors).length === 0) return ok(parsed.data);
  return refuse(reply);
}

/** The same form with errors that only the use case could find; "form" is for those of no single field. */
export function withErrors(form: URLSearchParams, schema: z.ZodObject, errors: Record<string, string>): FormReply {
  const reply: FormReply = { values: {}, lists: {}, errors: {} };
  for (const name of Object.keys(schema.shape)) {
    if (SECRET_FIELDS.includes(name)) continue;
    const all = form.getAll(name).map((value) => cleanText(value).slice(0, LONGEST_ECHO));
    reply.values[name] = all[0] ?? "";
    reply.lists[name] = all.slice(0, 100);
  }
  for (const [name, message] of Object.entries(errors)) reply.errors[name] = [message];
  return reply;
}

/** NFC, line ends as one character, no other control characters, nothing that turns the direction of text around. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
}
