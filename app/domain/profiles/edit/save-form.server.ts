import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { PriceChange, PriceRefusal } from "#app/domain/profiles/edit/change-prices.ts";
import { MOST_PRICES } from "#app/domain/profiles/edit/bounds.ts";
import { changeSlug, SLUG_REFUSALS, slugSchema } from "#app/domain/profiles/edit/change-slug.server.ts";
import { confirmProfile } from "#app/domain/profiles/edit/confirm-profile.server.ts";
import { echoPrice, readPrice } from "#app/domain/profiles/edit/price-fields.ts";
import { savePrice } from "#app/domain/profiles/edit/save-prices.server.ts";
import { saveSection } from "#app/domain/profiles/edit/save-section.server.ts";
import { SECTION_KEYS } from "#app/domain/profiles/edit/section.ts";
import type { SaveAnswer } from "#app/domain/profiles/edit/section.ts";
import { SECTIONS } from "#app/domain/profiles/edit/sections.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { isRowId } from "#app/platform/row-id.ts";

/** What every form of the page says beside its fields: which section it is, and what it was made from. */
const head = z.object({
  section: z.enum([...SECTION_KEYS, "prices", "slug", "confirm"]),
  seen: z.string().max(32).optional(),
  act: z.enum(["add", "edit", "remove", "up", "down"]).optional(),
  id: z.string().refine(isRowId).optional(),
});
export type FormSection = z.infer<typeof head>["section"];

/** `unknown`: no form of this page. `not_found`: not theirs, or no longer there. */
export type SaveFormRefusal = "unknown" | "not_found";

const PRICE_REFUSALS: Record<Exclude<PriceRefusal, "not_found">, string> = {
  too_many: `A profile has at most ${MOST_PRICES} prices. Remove one first.`,
  there_already: "You declared this very price already.",
};

const errors = (reason: Record<string, string[]>): Result<SaveAnswer, SaveFormRefusal> =>
  ok({ kind: "errors", errors: reason });

/** Carries out any form of the profile page, whoever sent it: a browser without scripts, or the script that saves. */
export async function saveForm(
  keeper: Keeper,
  form: URLSearchParams,
  now: Date,
): Promise<Result<SaveAnswer, SaveFormRefusal>> {
  const fields = readFields(head, form);
  if (!fields.ok) return refuse("unknown");
  const { section, seen = "", act, id } = fields.value;
  if (section === "confirm")
    return (await confirmProfile(keeper, now)) ? ok({ kind: "saved", seen, shown: null }) : refuse("not_found");
  if (section === "slug") return saveSlug(keeper, form, now);
  if (section !== "prices") return saveSection(keeper, section, { seen, form }, now);
  if (act === undefined || (act !== "add" && id === undefined)) return refuse("unknown");
  return savePriceForm(keeper, { act, id: id ?? randomUUID(), seen, form }, now);
}

async function saveSlug(
  keeper: Keeper,
  form: URLSearchParams,
  now: Date,
): Promise<Result<SaveAnswer, SaveFormRefusal>> {
  const fields = readFields(slugSchema, form);
  if (!fields.ok) return errors(fields.reason.errors);
  const changed = await changeSlug(keeper, fields.value.slug, now);
  if (changed.ok) return ok({ kind: "saved", seen: "", shown: null });
  return changed.reason === "not_found" ? refuse("not_found") : errors({ slug: [SLUG_REFUSALS[changed.reason]] });
}

type PriceForm = { act: PriceChange["act"]; id: string; seen: string; form: URLSearchParams };

async function savePriceForm(
  keeper: Keeper,
  { act, id, seen, form }: PriceForm,
  now: Date,
): Promise<Result<SaveAnswer, SaveFormRefusal>> {
  let change: PriceChange;
  if (act === "add" || act === "edit") {
    const price = readPrice(form);
    if (!price.ok) return errors(price.reason.errors);
    change = { act, id, price: price.value };
  } else change = { act, id };
  const saved = await savePrice(keeper, { change, seen }, now);
  if (saved.ok) return saved;
  return saved.reason === "not_found" ? refuse("not_found") : errors({ form: [PRICE_REFUSALS[saved.reason]] });
}

/** What the page shows of a form that was not saved. */
export type SectionReply = FormReply & {
  section: FormSection;
  /** Which of several forms of a section; "" for the others. */
  id: string;
  /** Names what is stored now, after a conflict. */
  seen: string | null;
  differences: Extract<SaveAnswer, { kind: "conflict" }>["differences"];
};

export function replyTo(form: URLSearchParams, answer: Exclude<SaveAnswer, { kind: "saved" }>): SectionReply | null {
  const fields = readFields(head, form);
  if (!fields.ok) return null;
  const { section, id = "" } = fields.value;
  const isConflict = answer.kind === "conflict";
  return {
    ...echo(section, form),
    errors: isConflict ? {} : answer.errors,
    section,
    id,
    seen: isConflict ? answer.seen : null,
    differences: isConflict ? answer.differences : [],
  };
}

function echo(section: FormSection, form: URLSearchParams): FormReply {
  if (section === "prices") return echoPrice(form);
  if (section === "slug") return withErrors(form, slugSchema, {});
  return section === "confirm"
    ? { values: {}, lists: {}, errors: {} }
    : withErrors(form, SECTIONS[section].fields.schema, {});
}
