import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";

/** What of a row says which fact it is about. */
export type FactRow = {
  kind: EvidenceKind;
  authorization: { regimeKey: string; holder: "person" | "premises"; premisesId: string | null } | null;
  hygiene: { hygieneKind: string } | null;
  training: { provider: string; courseName: string } | null;
  association: { name: string } | null;
};
export type DatedFact = FactRow & { issuedOn: Day | null; expiresOn: Day | null; createdAt: string };

/**
 * Names the fact that evidence of one technician is about: two rows with one name are an older and a newer paper of the
 * same thing. Null for a row without its kind's own part.
 */
export function factKey({ kind, authorization, hygiene, training, association }: FactRow): string | null {
  const parts = authorization
    ? [authorization.regimeKey, authorization.holder, authorization.premisesId ?? ""]
    : hygiene
      ? [hygiene.hygieneKind]
      : training
        ? [training.provider, training.courseName]
        : association
          ? [association.name]
          : null;
  return parts && JSON.stringify([kind, ...parts.map((part) => part.trim().toLowerCase())]);
}

/** Whether a newly verified paper takes the place of an older one: by day of issue, else by last day, else by arrival. */
export function renews(fresh: DatedFact, old: DatedFact): boolean {
  const key = factKey(fresh);
  if (key === null || key !== factKey(old)) return false;
  if (fresh.issuedOn !== null && old.issuedOn !== null && fresh.issuedOn !== old.issuedOn) {
    return fresh.issuedOn > old.issuedOn;
  }
  if (fresh.expiresOn !== null && old.expiresOn !== null && fresh.expiresOn !== old.expiresOn) {
    return fresh.expiresOn > old.expiresOn;
  }
  return fresh.createdAt >= old.createdAt;
}
