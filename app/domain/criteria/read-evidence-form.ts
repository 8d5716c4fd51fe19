import { z } from "zod";
import { associationForm, authorizationForm, hygieneForm, trainingForm } from "#app/domain/criteria/evidence-schema.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { HYGIENE_RULES } from "#app/domain/criteria/hygiene-kinds.ts";
import type { HygieneKind } from "#app/domain/criteria/hygiene-kinds.ts";
import { laterDay, termInWords } from "#app/domain/criteria/later-day.ts";
import { holderOf, isNotRequired } from "#app/domain/criteria/regime.ts";
import type { AuthorizationChoice, Regime } from "#app/domain/criteria/regime.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Which form it is: what is asked follows from it. */
export type EvidenceRule =
  | { kind: "authorization"; regime: Pick<Regime, "key" | "validity" | "renewalMonths">; choice: AuthorizationChoice }
  | { kind: "hygiene"; paper: HygieneKind }
  | { kind: "training" }
  | { kind: "association" };

type Validity = { issuedOn: Day | null; expiresOn: Day | null; noExpiryReason: "none_under_regime" | "unknown" | null };

/** What is written down of one piece of evidence, as its tables hold it. */
export type EvidenceFacts = Validity &
  (
    | {
        kind: "authorization";
        authorization: {
          regimeKey: string;
          holder: "person" | "premises";
          premisesId: string | null;
          authority: string;
          number: string | null;
          notRequired: boolean;
          reason: string | null;
        };
      }
    | { kind: "hygiene"; hygiene: { hygieneKind: HygieneKind; detail: string | null } }
    | {
        kind: "training";
        training: {
          provider: string;
          trainer: string | null;
          courseName: string;
          smpHours: number | null;
          liveModels: number | null;
          completedOn: Day;
        };
      }
    | { kind: "association"; association: { name: string; memberNumber: string | null; memberSince: number | null } }
  );

/** The fields of a form. */
export function evidenceSchema(rule: EvidenceRule): z.ZodObject {
  switch (rule.kind) {
    case "authorization":
      return authorizationForm(rule.choice, rule.regime);
    case "hygiene":
      return hygieneForm(rule.paper);
    case "training":
      return trainingForm;
    case "association":
      return associationForm;
  }
}

/** Reads the form of one piece of evidence; days are compared with `today`, one day lenient for places ahead of UTC. */
export function readEvidenceForm(
  rule: EvidenceRule,
  form: URLSearchParams,
  today: Day,
): Result<EvidenceFacts, FormReply> {
  switch (rule.kind) {
    case "authorization":
      return readAuthorization(rule, form, today);
    case "hygiene":
      return readHygiene(rule.paper, form, today);
    case "training":
      return readTraining(form, today);
    case "association":
      return readAssociation(form, today);
  }
}

const NO_END = { expiresOn: null, noExpiryReason: "unknown" } as const;
const until = (expiresOn: Day | undefined) =>
  expiresOn === undefined ? NO_END : ({ expiresOn, noExpiryReason: null } as const);

type AuthorizationRule = Extract<EvidenceRule, { kind: "authorization" }>;
/** What any of the forms may have; each has some of it, read by its own rules before. */
const word = z.string().optional();
const anyFields = z.object({
  place: word,
  reason: word,
  authority: word,
  number: word,
  issuedOn: word,
  expiresOn: word,
  hasNoEnd: word,
  detail: word,
});

function readAuthorization({ regime, choice }: AuthorizationRule, form: URLSearchParams, today: Day) {
  const schema = authorizationForm(choice, regime);
  const read = readFields(schema, form);
  if (!read.ok) return read;
  const fields = anyFields.parse(read.value);
  const holder = holderOf(choice);
  const shared = { regimeKey: regime.key, holder, premisesId: fields.place ?? null };
  if (isNotRequired(choice)) {
    const own = { authority: "None issues one", number: null, notRequired: true, reason: fields.reason ?? null };
    const validity = { issuedOn: null, expiresOn: null, noExpiryReason: null };
    return ok({ kind: "authorization" as const, ...validity, authorization: { ...shared, ...own } });
  }
  const { authority = "", number = null, issuedOn, expiresOn, hasNoEnd } = fields;
  const errors = dayProblems({ issuedOn, expiresOn }, today);
  if (regime.validity === "dated" && expiresOn === undefined && hasNoEnd !== "on") {
    const guess =
      regime.renewalMonths !== null && issuedOn ? laterDay(issuedOn, { months: regime.renewalMonths }) : null;
    const reply = withErrors(form, schema, {
      ...errors,
      expiresOn:
        guess === null
          ? "Write down the end date that stands on it, or tick that there is none."
          : "The end date is missing. The usual one is filled in now: put it right by the document, or tick that there is none.",
    });
    return refuse({ ...reply, values: { ...reply.values, ...(guess === null ? {} : { expiresOn: guess }) } });
  }
  if (Object.keys(errors).length > 0) return refuse(withErrors(form, schema, errors));
  const validity =
    regime.validity === "none"
      ? ({ expiresOn: null, noExpiryReason: "none_under_regime" } as const)
      : hasNoEnd === "on"
        ? NO_END
        : until(expiresOn);
  const own = { authority, number, notRequired: false, reason: null };
  return ok({
    kind: "authorization" as const,
    issuedOn: issuedOn ?? null,
    ...validity,
    authorization: { ...shared, ...own },
  });
}

function readHygiene(paper: HygieneKind, form: URLSearchParams, today: Day) {
  const schema = hygieneForm(paper);
  const read = readFields(schema, form);
  if (!read.ok) return read;
  const { issuedOn, expiresOn, detail } = anyFields.parse(read.value);
  const { term } = HYGIENE_RULES[paper];
  const errors = dayProblems({ issuedOn, expiresOn }, today);
  const ends = typeof term === "object" && issuedOn !== undefined ? laterDay(issuedOn, term) : expiresOn;
  if (typeof term === "object" && ends !== undefined && ends <= today) {
    errors["issuedOn"] = `This counts for ${termInWords(term)} from that day, and they are over. Add a newer one.`;
  }
  if (Object.keys(errors).length > 0) return refuse(withErrors(form, schema, errors));
  const validity = term === "none" ? ({ expiresOn: null, noExpiryReason: "none_under_regime" } as const) : until(ends);
  const hygiene = { hygieneKind: paper, detail: detail ?? null };
  return ok({ kind: "hygiene" as const, issuedOn: issuedOn ?? null, ...validity, hygiene });
}

function readTraining(form: URLSearchParams, today: Day) {
  const read = readFields(trainingForm, form);
  if (!read.ok) return read;
  const { provider, trainer = null, courseName, smpHours = null, liveModels = null, completedOn } = read.value;
  if (completedOn > laterDay(today, { days: 1 })) {
    return refuse(
      withErrors(form, trainingForm, { completedOn: "That day is still to come. Add it once it is done." }),
    );
  }
  // Nobody asks until when a course was taken.
  const validity = { issuedOn: null, expiresOn: null, noExpiryReason: null };
  const training = { provider, trainer, courseName, smpHours, liveModels, completedOn };
  return ok({ kind: "training" as const, ...validity, training });
}

function readAssociation(form: URLSearchParams, today: Day) {
  const read = readFields(associationForm, form);
  if (!read.ok) return read;
  const { name, memberNumber = null, memberSince = null, expiresOn } = read.value;
  const errors = dayProblems({ issuedOn: undefined, expiresOn }, today);
  if (memberSince !== null && memberSince > Number(today.slice(0, 4))) {
    errors["memberSince"] = "That year is still to come.";
  }
  if (Object.keys(errors).length > 0) return refuse(withErrors(form, associationForm, errors));
  const association = { name, memberNumber, memberSince };
  return ok({ kind: "association" as const, issuedOn: null, ...until(expiresOn), association });
}

function dayProblems(
  { issuedOn, expiresOn }: { issuedOn: Day | undefined; expiresOn: Day | undefined },
  today: Day,
): Record<string, string> {
  const errors: Record<string, string> = {};
  if (issuedOn !== undefined && issuedOn > laterDay(today, { days: 1 }))
    errors["issuedOn"] = "That day is still to come.";
  if (expiresOn === undefined) return errors;
  if (issuedOn !== undefined && expiresOn < issuedOn) errors["expiresOn"] = "It can’t end before it was issued.";
  else if (expiresOn <= today) errors["expiresOn"] = "This has run out already. Add the one that holds now.";
  return errors;
}
