import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import { answerEnquiry } from "#app/domain/enquiries/answer-enquiry.server.ts";
import { ENQUIRY_STATUS_WORDS, MOST_DAYS_AHEAD, MOST_OPEN_TIMES } from "#app/domain/enquiries/enquiry.ts";
import type { ThreadKeeper, ThreadRefusal, ThreadTarget } from "#app/domain/enquiries/enquiry.ts";
import {
  answerSchema,
  bookSchema,
  declineSchema,
  moveSchema,
  proposeSchema,
  takeBackSchema,
  treatSchema,
} from "#app/domain/enquiries/enquiry-schema.ts";
import { closeEnquiry, setThreadBlock } from "#app/domain/enquiries/move-enquiry.server.ts";
import { bookConsultation, offerTimes, takeTimeBack } from "#app/domain/enquiries/offer-times.server.ts";
import type { OfferRefusal } from "#app/domain/enquiries/offer-times.server.ts";
import { toInstant } from "#app/domain/enquiries/wall-time.ts";
import { markTreated } from "#app/domain/reviews/mark-treated.server.ts";
import type { TreatRefusal } from "#app/domain/reviews/mark-treated.server.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";
import { refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import type { ThreadIntent, ThreadReply } from "#app/routes/studio.enquiries.$id/thread-reply.ts";

type Refusal = ThreadRefusal | OfferRefusal | TreatRefusal;
/** What became of a form: done, refused by the thread, or filled in wrongly in these fields. */
type Outcome = Result<null, Refusal | { kind: "fields"; errors: Record<string, string> }>;
type Sent = { keeper: ThreadKeeper; id: string; intent: ThreadIntent; form: URLSearchParams; now: Date };

const NO_TIME = "Give a day and a time that exists there.";

/** Carries out what a form of the thread asks for. */
export async function sendThreadForm(
  keeper: ThreadKeeper,
  id: string,
  intent: ThreadIntent,
  form: URLSearchParams,
  now: Date,
) {
  const sent: Sent = { keeper, id, intent, form, now };
  switch (intent) {
    case "answer":
      return handle(sent, answerSchema, async ({ text }, target) =>
        answerEnquiry(keeper, target, { event: "answer", text }, now),
      );
    case "decline":
      return handle(sent, declineSchema, async ({ words }, target) =>
        answerEnquiry(keeper, target, { event: "decline", text: words ?? null }, now),
      );
    case "propose":
      return handle(sent, proposeSchema, propose(sent));
    case "take_back":
      return handle(sent, takeBackSchema, async ({ timeId }, target) => takeTimeBack(keeper, target, timeId, now));
    case "book":
      return handle(sent, bookSchema, async ({ timeId, bookAt, zone }, target) => {
        if (timeId !== undefined) return bookConsultation(keeper, target, { timeId }, now);
        const at = toInstant(bookAt ?? "", zone ?? "");
        return at === null ? wrong({ bookAt: NO_TIME }) : bookConsultation(keeper, target, { at }, now);
      });
    case "treat":
      return handle(sent, treatSchema, async ({ treatedOn }, target) => markTreated(keeper, target, treatedOn, now));
    case "close":
      return handle(sent, moveSchema, async (_, target) => closeEnquiry(keeper, target));
    case "block":
    case "unblock":
      return handle(sent, moveSchema, async (_, target) => setThreadBlock(keeper, target, intent === "block", now));
  }
}

const wrong = (errors: Record<string, string>) => refuse({ kind: "fields" as const, errors });

function propose({ keeper, now }: Sent) {
  return async (fields: z.output<typeof proposeSchema>, target: ThreadTarget): Promise<Outcome> => {
    const { minutes, zone } = fields;
    const errors: Record<string, string> = {};
    const times = (["at1", "at2", "at3"] as const).flatMap((name) => {
      const wall = fields[name];
      if (wall === undefined) return [];
      const at = toInstant(wall, zone);
      if (at === null) errors[name] = NO_TIME;
      return at === null ? [] : [at];
    });
    return Object.keys(errors).length > 0 ? wrong(errors) : offerTimes(keeper, target, { times, minutes }, now);
  };
}

const LIMITED: readonly ThreadIntent[] = ["answer", "decline", "propose"];

async function handle<S extends z.ZodObject<{ version: z.ZodType<number> }>>(
  { keeper, id, intent, form }: Sent,
  schema: S,
  act: (fields: z.output<S>, target: ThreadTarget) => Promise<Outcome>,
) {
  const told = (reply: FormReply): ThreadReply => ({ ...reply, intent });
  const fields = readFields(schema, form);
  if (!fields.ok) return data(told(fields.reason), { status: 400 });
  if (LIMITED.includes(intent)) {
    const turn = await takeTurn("enquiry_message", keeper.userId);
    if (!turn.allowed) {
      const errors = { form: "That was a lot of messages for one day. Go on tomorrow." };
      const headers = { "Retry-After": String(turn.retryAfterSeconds) };
      return data(told(withErrors(form, schema, errors)), { status: 429, headers });
    }
  }
  const outcome = await act(fields.value, { id, version: fields.value.version });
  if (outcome.ok) return redirect(`/studio/enquiries/${id}?done=${intent}`, 303);
  const { reason } = outcome;
  if (reason.kind === "not_found") throw notFound();
  if (reason.kind === "fields") return data(told(withErrors(form, schema, reason.errors)), { status: 400 });
  const isField = reason.kind === "time" || reason.kind === "day";
  return data(told(withErrors(form, schema, explain(reason, intent))), { status: isField ? 400 : 409 });
}

function explain(refusal: Exclude<Refusal, { kind: "not_found" }>, intent: ThreadIntent): Record<string, string> {
  switch (refusal.kind) {
    case "blocked":
      return { form: "This thread is blocked: no messages enter it. Unblock it first." };
    case "too_many":
      return { form: `At most ${MOST_OPEN_TIMES} times can be open at once. Take one back first.` };
    case "day":
      return { treatedOn: "Give a day from the enquiry until today." };
    case "time":
      return {
        [intent === "book" ? "bookAt" : "at1"]:
          `Times lie ahead, at most ${MOST_DAYS_AHEAD} days, and each is offered once.`,
      };
    case "changed": {
      const now = ENQUIRY_STATUS_WORDS[refusal.status];
      return {
        form: `This enquiry changed since you opened the page. It is now: ${now}. Look at it below, then try again.`,
      };
    }
  }
}
