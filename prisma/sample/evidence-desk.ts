import { evidenceRow } from "../factories/evidence-row.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { CheckReason, EvidenceKind, EvidenceStatus } from "#app/platform/generated/prisma/enums.ts";
import { SAMPLE_MODERATOR_IDS } from "./accounts.ts";
import { addDays, startOfDay } from "./days.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import { sampleId } from "./random.ts";
import type { Random } from "./random.ts";

/**
 * The situations that evidence of the sample set is in: the stored states, and three that the clock makes of
 * `verified`. `lapsed_overnight` still says verified in the row although its last day was yesterday.
 */
export type EvidenceCase = EvidenceStatus | "expiring" | "expired_yesterday" | "lapsed_overnight";
/** How long a paper of this kind lasts. */
export type Validity = { months: number } | { days: number } | "none" | "unknown";

export type EvidenceRows = {
  evidence: (Prisma.EvidenceCreateManyInput & { id: string; status: EvidenceStatus })[];
  authorizations: Prisma.AuthorizationCreateManyInput[];
  hygiene: Prisma.HygieneEvidenceCreateManyInput[];
  trainings: Prisma.TrainingCreateManyInput[];
  associations: Prisma.AssociationCreateManyInput[];
  decisions: Prisma.ModerationDecisionCreateManyInput[];
};

const STATUS_OF = (situation: EvidenceCase): EvidenceStatus =>
  situation === "expiring" || situation === "lapsed_overnight"
    ? "verified"
    : situation === "expired_yesterday"
      ? "expired"
      : situation;

const MODERATOR_STEPS: Partial<Record<EvidenceStatus, readonly EvidenceStatus[]>> = {
  verified: ["verified"],
  expired: ["verified", "expired"],
  superseded: ["verified", "superseded"],
  withdrawn: ["verified", "withdrawn"],
  needs_better_copy: ["needs_better_copy"],
  rejected: ["rejected"],
};
/** Why, where a moderator did not take it. */
const REFUSALS: Partial<Record<EvidenceStatus, { checkReason: CheckReason; note: string }>> = {
  needs_better_copy: { checkReason: "unreadable", note: "The number can't be read." },
  rejected: { checkReason: "name_differs", note: "The paper names another person." },
  withdrawn: { checkReason: "revoked_at_source", note: "The register no longer lists it." },
};

/** Adds evidence rows with dates that fit their situation, and the decisions that brought them there. */
export class EvidenceDesk {
  readonly rows: EvidenceRows = {
    evidence: [],
    authorizations: [],
    hygiene: [],
    trainings: [],
    associations: [],
    decisions: [],
  };
  #count = 0;

  constructor(
    private readonly random: Random,
    private readonly today: Date,
  ) {}

  /** Returns the id of the new row; the caller adds the kind's own row. Dated kinds get dates that fit the situation. */
  add(
    plan: TechnicianPlan,
    kind: EvidenceKind,
    situation: EvidenceCase,
    validity: Validity,
    extra: Partial<Prisma.EvidenceCreateManyInput> = {},
  ): string {
    this.#count += 1;
    const id = sampleId("evidence", plan.slug, this.#count);
    const status = STATUS_OF(situation);
    const { issuedOn, expiresOn } = this.#dates(situation, validity);
    const submittedAt = status === "declared" ? null : this.#submitted(status, issuedOn, expiresOn);
    const isChecked = MODERATOR_STEPS[status]?.[0] === "verified";
    const checkedAt = isChecked && submittedAt ? addDays(submittedAt, 0.2 + this.random.next() * 3) : null;
    const checkedById = isChecked ? this.random.pick(SAMPLE_MODERATOR_IDS) : null;
    this.rows.evidence.push({
      ...evidenceRow({
        id,
        technicianId: plan.id,
        kind,
        status,
        issuedOn,
        expiresOn,
        noExpiryReason: expiresOn ? null : validity === "none" ? "none_under_regime" : "unknown",
        isSample: true,
        createdAt: submittedAt ?? addDays(plan.createdAt, 1),
        ...extra,
        checkedById: extra.checkedById === undefined ? checkedById : extra.checkedById,
        checkedOn: checkedAt ? startOfDay(checkedAt) : null,
        submittedAt,
      }),
      status,
      version:
        status === "declared"
          ? 1
          : status === "submitted"
            ? 2
            : status === "in_check"
              ? 3
              : 3 + (MODERATOR_STEPS[status]?.length ?? 0),
    });
    if (submittedAt) this.#decide(id, status, submittedAt, checkedAt, checkedById, expiresOn);
    return id;
  }

  /** Marks an older paper as replaced by a newer one. */
  supersede(oldId: string, newId: string): void {
    const row = this.rows.evidence.find((candidate) => candidate.id === oldId);
    if (row) row.supersededById = newId;
  }

  #dates(situation: EvidenceCase, validity: Validity): { issuedOn: Date; expiresOn: Date | null } {
    const { random, today } = this;
    if (validity === "none" || validity === "unknown")
      return { issuedOn: startOfDay(addDays(today, -random.int(120, 1_900))), expiresOn: null };
    const term = "days" in validity ? validity.days : Math.round(validity.months * 30.44);
    const left =
      situation === "expiring"
        ? random.int(1, 30)
        : situation === "expired_yesterday" || situation === "lapsed_overnight"
          ? -1
          : situation === "expired" || situation === "superseded"
            ? -random.int(2, 380)
            : term <= 45
              ? random.int(2, term - 3)
              : random.int(31, term - 10);
    const expiresOn = startOfDay(addDays(today, left));
    return { issuedOn: addDays(expiresOn, -term), expiresOn };
  }

  #submitted(status: EvidenceStatus, issuedOn: Date, expiresOn: Date | null): Date {
    const { random, today } = this;
    if (status === "submitted" || status === "in_check") return addDays(today, -random.int(1, 6) + random.next() * 0.6);
    const first = Math.max(issuedOn.getTime() + 2 * 86_400_000, today.getTime() - 900 * 86_400_000);
    const last = Math.min(today.getTime() - 5 * 86_400_000, (expiresOn ?? today).getTime() - 6 * 86_400_000);
    return new Date(last > first ? first + (last - first) * random.next() : first);
  }

  #decide(
    id: string,
    status: EvidenceStatus,
    submittedAt: Date,
    checkedAt: Date | null,
    checkedById: string | null,
    expiresOn: Date | null,
  ): void {
    let at = checkedAt ?? addDays(submittedAt, 0.3 + this.random.next() * 3);
    let from: EvidenceStatus = "in_check";
    let version = 3;
    for (const to of MODERATOR_STEPS[status] ?? []) {
      const byClock = to === "expired";
      if (from !== "in_check")
        at =
          byClock && expiresOn
            ? expiresOn
            : new Date(Math.min(this.today.getTime(), addDays(at, 5 + this.random.next() * 60).getTime()));
      this.rows.decisions.push({
        id: sampleId("decision", id, version),
        subjectKind: "evidence",
        subjectId: id,
        moderatorId: byClock ? null : (checkedById ?? this.random.pick(SAMPLE_MODERATOR_IDS)),
        fromState: from,
        toState: to,
        checkReason: REFUSALS[to]?.checkReason ?? null,
        note: REFUSALS[to]?.note ?? (byClock ? "Expired by the clock." : null),
        subjectVersion: version,
        isSample: true,
        decidedAt: at,
      });
      from = to;
      version += 1;
    }
  }
}
