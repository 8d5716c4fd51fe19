import type { z } from "zod";
import type { Difference, Json } from "#app/domain/technicians/revision.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import type { Result } from "#app/platform/result.ts";

/** The sections that save by themselves, in the order of the page. */
export const SECTION_KEYS = ["about", "practice", "treatments"] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

/** What a section's form shows: the values of its fields as text. */
export type ShownFields = Pick<FormReply, "values" | "lists">;

/** How a section is read from its form and put back into it. */
export type SectionFields<C extends { [key: string]: Json }> = {
  schema: z.ZodObject;
  read: (form: URLSearchParams) => Result<C, FormReply>;
  show: (content: C) => ShownFields;
};

/** How the page tells a price above its form. */
export type ShownPrice = { title: string; words: string };

/**
 * What became of a save. `seen` names what is stored now; a saved price is told anew. `conflict`: somebody saved something else since the form was
 * made, and nothing was saved; the differences are what is stored (before) and what was sent (after).
 */
export type SaveAnswer =
  | { kind: "saved"; seen: string; shown: ShownPrice | null }
  | { kind: "errors"; errors: Record<string, string[]> }
  | { kind: "conflict"; seen: string; differences: Difference[] };
