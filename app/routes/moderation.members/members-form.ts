import { z } from "zod";
import { FACTS, SUSPENSION_GROUND_KEYS } from "#app/domain/moderation/member.ts";

const INTENTS = ["suspend", "lift", "appoint", "dismiss", "end-sessions"] as const;
export type MembersIntent = (typeof INTENTS)[number];

const member = z.string("Find the account again.").max(500);

/** Which account, and what for. Roles and states are never read from a form (Z-04). */
export const memberSchema = z.object({
  member,
  intent: z.enum(INTENTS, "Choose what to do."),
});

export const suspendSchema = z.object({
  member,
  ground: z.enum(SUSPENSION_GROUND_KEYS, "Choose the rule that was broken."),
  facts: z
    .string("Say what happened. The owner of the account reads it.")
    .min(FACTS.shortest, `Say what happened in at least ${FACTS.shortest} characters. The owner reads it.`)
    .max(FACTS.longest, `Keep it under ${FACTS.longest} characters.`),
});
