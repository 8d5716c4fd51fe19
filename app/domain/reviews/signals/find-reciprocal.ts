import type { Signal } from "#app/domain/reviews/signals/signal.ts";

/** Reviews that the reviewed technician wrote about the author, who is a technician too. */
export type ReciprocalFacts = { returnedIds: readonly string[] };

/** Two technicians who review each other. */
export function findReciprocal({ returnedIds }: ReciprocalFacts): Signal | null {
  if (returnedIds.length === 0) return null;
  return {
    kind: "reciprocal",
    detail: "The author is a technician too, and the technician under review has reviewed them.",
    relatedIds: [...returnedIds],
  };
}
