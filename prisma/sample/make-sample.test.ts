import { describe, expect, test } from "vitest";
import { criterionStates, dayOf } from "#app/domain/criteria/evidence.ts";
import type { CriteriaFacts } from "#app/domain/criteria/evidence.ts";
import { EVIDENCE_STATUSES } from "#app/domain/criteria/criterion.ts";
import { ReviewStatus } from "#app/platform/generated/prisma/enums.ts";
import { SAMPLE_CLIENT_ID, SAMPLE_MODERATOR_IDS, SAMPLE_TECHNICIAN_ID } from "./accounts.ts";
import { addDays } from "./days.ts";
import { drawingKey } from "./drawings/head-spec.ts";
import { makeSample } from "./make-sample.ts";

const TODAY = new Date("2026-11-22T15:20:00Z");
const sample = makeSample(TODAY);
const midnight = new Date("2026-11-22T00:00:00Z");

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
const published = sample.reviews.filter(({ status }) => status === "published");

// Making the set takes a second or two of processor time, and tests may share the machine.
describe("the sample set", { timeout: 60_000 }, () => {
  test("is the same, to the letter, at any hour of one day", () => {
    const again = makeSample(new Date("2026-11-22T00:00:01Z"));
    expect(JSON.stringify(again) === JSON.stringify(sample)).toBe(true);
  });

  test("has 240 technicians, most of them published and some in every other state", () => {
    expect(sample.technicians).toHaveLength(240);
    expect(Object.fromEntries(tally(sample.technicians.map(({ status }) => status)))).toEqual({
      published: 220,
      unclaimed: 14,
      draft: 4,
      suspended: 2,
    });
    expect(new Set(sample.technicians.map(({ slug }) => slug)).size).toBe(240);
    expect(new Set(sample.technicians.map(({ name }) => name)).size).toBe(240);
  });

  test("has about 3,000 published reviews, spread unevenly", () => {
    expect(published.length).toBeGreaterThan(2_700);
    expect(published.length).toBeLessThan(3_400);
    const counts = sample.technicians.map(({ reviewCount }) => reviewCount ?? 0);
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(12);
    expect(counts.filter((count) => count > 0 && count < 5).length).toBeGreaterThan(25);
    expect(counts.filter((count) => count >= 5 && count <= 26).length).toBeGreaterThan(130);
    expect(counts.filter((count) => count >= 60).length).toBeGreaterThan(3);
  });

  test("has reviews of every state and of every number of stars", () => {
    const states = tally(sample.reviews.map(({ status }) => status));
    for (const status of Object.values(ReviewStatus)) expect(states.get(status) ?? 0, status).toBeGreaterThan(3);
    const stars = tally(published.map(({ overall }) => overall));
    for (const star of [1, 2, 3, 4, 5]) expect(stars.get(star) ?? 0, `${star} stars`).toBeGreaterThan(80);
  });

  test("has evidence of every stored state, and papers that lapse soon or lapsed overnight", () => {
    const states = tally(sample.evidence.map(({ status }) => status));
    for (const status of EVIDENCE_STATUSES) expect(states.get(status) ?? 0, status).toBeGreaterThan(0);
    const verifiedUntil = sample.evidence
      .filter(({ status, expiresOn }) => status === "verified" && expiresOn)
      .map(({ expiresOn }) => dayOf(new Date(expiresOn ?? 0)));
    const yesterday = dayOf(addDays(midnight, -1));
    const inThirtyDays = dayOf(addDays(midnight, 30));
    expect(verifiedUntil.filter((day) => day === yesterday).length).toBeGreaterThan(2);
    expect(verifiedUntil.filter((day) => day > yesterday && day <= inThirtyDays).length).toBeGreaterThan(20);
    expect(
      sample.evidence.filter(
        ({ status, expiresOn }) => status === "expired" && expiresOn && dayOf(new Date(expiresOn)) === yesterday,
      ).length,
    ).toBeGreaterThan(2);
    expect(sample.authorizations.filter(({ notRequired }) => notRequired).length).toBeGreaterThan(3);
  });

  test("gives every criterion every state that it can have, so that a search shows variety", () => {
    const seen = {
      authorization: new Set<string>(),
      sterile: new Set<string>(),
      training: new Set<string>(),
      dedication: new Set<string>(),
      portfolio: new Set<string>(),
    };
    const notRequired = new Set(
      sample.authorizations.filter((row) => row.notRequired).map(({ evidenceId }) => evidenceId),
    );
    for (const technician of sample.technicians.filter(({ status }) => status === "published")) {
      const facts: CriteriaFacts = {
        hasUnderstandingStatement: Boolean(technician.understandingStatement),
        hasOwnHairLoss: technician.hasOwnHairLoss ?? null,
        hasDedicationWords: true,
        publishedCases: sample.cases.filter(
          ({ technicianId, status }) => technicianId === technician.id && status === "published",
        ).length,
        submittedCases: sample.cases.filter(
          ({ technicianId, status }) => technicianId === technician.id && status === "submitted",
        ).length,
        latestInspection: null,
        evidence: sample.evidence
          .filter(({ technicianId }) => technicianId === technician.id)
          .map(({ id, criterion, status, expiresOn }) => ({
            criterion,
            status,
            expiresOn: expiresOn ? dayOf(new Date(expiresOn)) : null,
            isNotRequired: notRequired.has(id),
          })),
      };
      const states = criterionStates(facts, dayOf(midnight));
      for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key].add(states[key]);
    }
    expect([...seen.authorization].sort()).toEqual([
      "being_checked",
      "checked",
      "expired",
      "none_provided",
      "not_required",
      "self_declared",
    ]);
    expect([...seen.sterile].sort()).toEqual(
      expect.arrayContaining(["being_checked", "checked", "none_provided", "self_declared"]),
    );
    expect([...seen.training].sort()).toEqual(
      expect.arrayContaining(["being_checked", "checked", "none_provided", "self_declared"]),
    );
    expect([...seen.portfolio].sort()).toEqual(expect.arrayContaining(["checked", "none_provided"]));
  });

  test("shows about 1.8 cases a technician, each with a before picture and one to three after it", () => {
    expect(sample.cases.length / sample.technicians.length).toBeGreaterThan(1.5);
    expect(sample.cases.length / sample.technicians.length).toBeLessThan(2.2);
    for (const { id, daysSinceLastSession } of sample.cases) {
      const photos = sample.photos.filter(({ row }) => row.portfolioCaseId === id);
      expect(photos.map(({ row }) => row.stage)[0]).toBe("before");
      expect(photos.length).toBeGreaterThanOrEqual(2);
      expect(photos.length).toBeLessThanOrEqual(4);
      expect(Math.max(...photos.map(({ row }) => row.daysSinceLastSession ?? 0))).toBe(daysSinceLastSession);
    }
  });

  test("needs between 160 and 240 drawings", () => {
    const drawings = new Set(sample.photos.map(({ drawing }) => drawingKey(drawing)));
    expect(drawings.size).toBeGreaterThanOrEqual(160);
    expect(drawings.size).toBeLessThanOrEqual(240);
  });

  test("has follow-ups at 1, 6, 12 and 24 months, some of which change the stars", () => {
    expect([...tally(sample.followUps.map(({ month }) => month)).keys()].sort((a, b) => a - b)).toEqual([1, 6, 12, 24]);
    expect(sample.followUps.filter(({ overall }) => overall !== null).length).toBeGreaterThan(60);
  });

  test("marks every row that can carry the mark as sample", () => {
    const marked = [
      sample.users,
      sample.technicians,
      sample.premises,
      sample.evidence,
      sample.inspections,
      sample.prices,
      sample.cases,
      sample.reviews,
      sample.followUps,
      sample.replies,
      sample.reports,
      sample.appeals,
      sample.decisions,
    ];
    for (const rows of marked) expect(rows.every(({ isSample }) => isSample === true)).toBe(true);
    expect(sample.photos.every(({ row }) => row.isSample)).toBe(true);
  });

  test("gives the sample technician a strong profile and the sample client reviews in several states", () => {
    const own = sample.technicians.find(({ ownerId }) => ownerId === SAMPLE_TECHNICIAN_ID);
    expect(own).toMatchObject({ status: "published", slug: "maya-ellerby" });
    expect(own?.reviewCount).toBeGreaterThan(25);
    expect(
      sample.cases.filter(({ technicianId, status }) => technicianId === own?.id && status === "published").length,
    ).toBeGreaterThanOrEqual(3);
    const states = new Set(
      sample.reviews.filter(({ authorId }) => authorId === SAMPLE_CLIENT_ID).map(({ status }) => status),
    );
    expect(states.size).toBeGreaterThanOrEqual(5);
  });

  test("P-02 shows no picture of a case without a yes to it", () => {
    const agreed = new Set(sample.consents.filter(({ withdrawnAt }) => !withdrawnAt).map(({ photoId }) => photoId));
    const shown = new Set(sample.cases.filter(({ status }) => status === "published").map(({ id }) => id));
    const pictures = sample.photos.filter(({ row }) => shown.has(row.portfolioCaseId ?? ""));
    expect(pictures.length).toBeGreaterThan(500);
    expect(pictures.filter(({ row }) => !agreed.has(row.id))).toEqual([]);
  });

  test("gives the sample studio figures, and moderators a contested claim and inspections that went worse", () => {
    const own = sample.technicians.find(({ ownerId }) => ownerId === SAMPLE_TECHNICIAN_ID);
    expect(new Set(sample.dailyCounts.map(({ technicianId }) => technicianId))).toEqual(new Set([own?.id]));
    expect(new Set(sample.dailyCounts.map(({ kind }) => kind)).size).toBe(3);
    expect(sample.claims).toMatchObject([{ status: "awaiting_moderator", objection: expect.any(String) }]);
    expect(sample.inspectionNotices.length).toBeGreaterThan(0);
  });

  test("never lets moderators decide on something of their own, nor the same one an appeal", () => {
    const moderators = new Set<string | null | undefined>(SAMPLE_MODERATOR_IDS);
    expect(sample.reviews.some(({ authorId }) => moderators.has(authorId))).toBe(false);
    for (const final of sample.decisions.filter(({ fromState }) => fromState === "appealed")) {
      const first = sample.decisions.find(
        ({ subjectId, toState }) => subjectId === final.subjectId && toState === "rejected",
      );
      expect(first?.moderatorId).not.toBe(final.moderatorId);
    }
  });

  test.each(["2027-02-28T23:59:00Z", "2028-02-29T00:00:00Z", "2031-07-01T12:00:00Z"])(
    "is as good on %s, with nothing dated in the future",
    (now) => {
      const later = makeSample(new Date(now));
      const end = addDays(new Date(now), 1);
      const dates = [
        ...later.reviews.flatMap(({ submittedAt, publishedAt, lastSessionOn }) => [
          submittedAt,
          publishedAt,
          lastSessionOn,
        ]),
        ...later.decisions.map(({ decidedAt }) => decidedAt),
        ...later.evidence.flatMap(({ checkedOn, issuedOn }) => [checkedOn, issuedOn]),
      ];
      for (const date of dates) if (date) expect(new Date(date).getTime()).toBeLessThanOrEqual(end.getTime());
      expect(later.technicians).toHaveLength(240);
    },
  );

  test("keeps dates in order: session, submission, publication", () => {
    for (const { lastSessionOn, submittedAt, publishedAt } of published) {
      expect(new Date(lastSessionOn ?? 0) < new Date(submittedAt ?? 0)).toBe(true);
      expect(new Date(submittedAt ?? 0) < new Date(publishedAt ?? 0)).toBe(true);
    }
  });
});
