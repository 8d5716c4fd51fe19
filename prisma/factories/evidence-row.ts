import { randomUUID } from "node:crypto";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { EvidenceKind, EvidenceStatus } from "#app/platform/generated/prisma/enums.ts";

const CRITERION_OF = {
  authorization: "authorization",
  hygiene: "sterile",
  training: "training",
  association: "dedication",
} as const satisfies Record<EvidenceKind, string>;

/** States in which a moderator (or the clock after one) has looked at the paper. */
const CHECKED: readonly EvidenceStatus[] = ["verified", "expired", "superseded", "withdrawn"];

/**
 * The part that all kinds of evidence share: a verified fact without an expiry date. Its criterion follows from its
 * kind. `checkedOn` is filled in for the states that need one; the kind's own row comes from the builders below.
 */
export function evidenceRow(
  overrides: Partial<Prisma.EvidenceCreateManyInput> & { technicianId: string },
): Prisma.EvidenceCreateManyInput & { id: string } {
  const kind = overrides.kind ?? "authorization";
  const status = overrides.status ?? "verified";
  const createdAt = overrides.createdAt ?? new Date();
  return {
    criterion: CRITERION_OF[kind],
    noExpiryReason: overrides.expiresOn ? null : "unknown",
    checkedOn: CHECKED.includes(status) ? createdAt : null,
    submittedAt: status === "declared" ? null : createdAt,
    createdAt,
    updatedAt: createdAt,
    ...overrides,
    kind,
    status,
    id: overrides.id ?? randomUUID(),
  };
}

export function authorizationRow(
  overrides: Partial<Prisma.AuthorizationCreateManyInput> & { evidenceId: string; regimeKey: string },
): Prisma.AuthorizationCreateManyInput {
  return { holder: "person", authority: "Sample Council", number: "SP-0001", ...overrides };
}

export function hygieneRow(
  overrides: Partial<Prisma.HygieneEvidenceCreateManyInput> & { evidenceId: string },
): Prisma.HygieneEvidenceCreateManyInput {
  return { hygieneKind: "bloodborne_pathogen_certificate", ...overrides };
}

export function trainingRow(
  overrides: Partial<Prisma.TrainingCreateManyInput> & { evidenceId: string },
): Prisma.TrainingCreateManyInput {
  return {
    provider: "Northfold SMP Academy",
    courseName: "Foundation in scalp micropigmentation",
    smpHours: 80,
    liveModels: 4,
    ...overrides,
  };
}

export function associationRow(
  overrides: Partial<Prisma.AssociationCreateManyInput> & { evidenceId: string },
): Prisma.AssociationCreateManyInput {
  return { name: "Circle of Scalp Practitioners", ...overrides };
}

/** What a place asks for; personal and premises papers that don't lapse. */
export function regimeRow(
  overrides: Partial<Prisma.RegimeCreateManyInput> & { key: string },
): Prisma.RegimeCreateManyInput {
  return {
    name: "Sample regime",
    countryCode: "GB",
    personAuthorized: true,
    premisesAuthorized: true,
    renewalNote: "Registered once.",
    publicRegisterNote: "None known.",
    sourceName: "Sample source",
    checkedOn: new Date("2026-01-15"),
    ...overrides,
  };
}
