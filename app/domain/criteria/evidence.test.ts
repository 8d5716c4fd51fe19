import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CRITERION_KEYS, EVIDENCE_STATUSES } from "#app/domain/criteria/criterion.ts";
import type { EvidenceStatus } from "#app/domain/criteria/criterion.ts";
import { criterionStates, dayNumber, dayOf, isExpiring, statusToday } from "#app/domain/criteria/evidence.ts";
import type { CriteriaFacts } from "#app/domain/criteria/evidence.ts";
import { byInspectionDay, byStrength, publicStatus } from "#app/domain/criteria/evidence-fact.ts";

const TODAY = "2026-11-22";

const NO_FACTS: CriteriaFacts = {
  hasUnderstandingStatement: false,
  hasOwnHairLoss: null,
  hasDedicationWords: false,
  publishedCases: 0,
  submittedCases: 0,
  latestInspection: null,
  evidence: [],
};

function authorization(status: EvidenceStatus, expiresOn: string | null = null, isNotRequired = false) {
  return { criterion: "authorization" as const, status, expiresOn, isNotRequired };
}

function stateWith(...evidence: CriteriaFacts["evidence"]) {
  return criterionStates({ ...NO_FACTS, evidence }, TODAY).authorization;
}

describe("the status of evidence today", () => {
  it.each([
    ["2026-11-23", "verified"],
    ["2026-11-22", "expired"],
    ["2026-11-21", "expired"],
    [null, "verified"],
  ])("a verified fact that expires on %s is %s on 22 November 2026", (expiresOn, status) => {
    expect(statusToday({ status: "verified", expiresOn }, TODAY)).toBe(status);
  });

  it("what is only declared runs out as well: nobody shows a licence that has ended", () => {
    expect(statusToday({ status: "declared", expiresOn: TODAY }, TODAY)).toBe("expired");
    expect(statusToday({ status: "declared", expiresOn: "2026-11-23" }, TODAY)).toBe("declared");
    expect(stateWith(authorization("declared", TODAY))).toBe("expired");
  });

  it("what waits or was refused stays what it was", () => {
    const others = EVIDENCE_STATUSES.filter((candidate) => candidate !== "verified" && candidate !== "declared");
    for (const status of others) {
      expect(statusToday({ status, expiresOn: "2020-01-01" }, TODAY)).toBe(status);
    }
  });

  it.each([
    ["2026-11-22", false],
    ["2026-11-23", true],
    ["2026-12-22", true],
    ["2026-12-23", false],
    [null, false],
  ])("a verified fact that expires on %s: expiring %s", (expiresOn, expiring) => {
    expect(isExpiring({ status: "verified", expiresOn }, TODAY)).toBe(expiring);
  });

  it("what nobody verified is never about to expire", () => {
    expect(isExpiring({ status: "declared", expiresOn: "2026-11-25" }, TODAY)).toBe(false);
  });
});

describe("what of it is public", () => {
  it.each([
    ["declared", "declared"],
    ["submitted", "in_check"],
    ["in_check", "in_check"],
    ["needs_better_copy", "in_check"],
    ["verified", "verified"],
    ["expired", "expired"],
    ["rejected", null],
    ["superseded", null],
    ["withdrawn", null],
  ] as const)("%s reads as %s", (status, shown) => {
    expect(publicStatus({ status, expiresOn: null }, TODAY)).toBe(shown);
  });

  it("a verified fact reads as expired on the day it expires, without anybody rewriting it", () => {
    expect(publicStatus({ status: "verified", expiresOn: "2026-11-22" }, TODAY)).toBe("expired");
  });
});

describe("the six states", () => {
  it("nothing known is none provided, six times", () => {
    const states = criterionStates(NO_FACTS, TODAY);
    expect(CRITERION_KEYS.map((key) => states[key])).toEqual(Array(6).fill("none_provided"));
  });

  it("understanding is never more than self-declared", () => {
    const states = criterionStates({ ...NO_FACTS, hasUnderstandingStatement: true, hasOwnHairLoss: true }, TODAY);
    expect(states.understanding).toBe("self_declared");
  });

  it("one current checked fact outweighs what is old or pending", () => {
    expect(stateWith(authorization("expired"), authorization("submitted"), authorization("verified"))).toBe("checked");
  });

  it("a licence is expired from its expiry date on", () => {
    expect(stateWith(authorization("verified", "2026-11-23"))).toBe("checked");
    expect(stateWith(authorization("verified", "2026-11-22"))).toBe("expired");
  });

  it("a renewal that waits for its check counts before the lapsed licence it renews", () => {
    expect(stateWith(authorization("verified", "2026-11-21"), authorization("in_check"))).toBe("being_checked");
  });

  it("what is confirmed as not required is neither checked nor missing", () => {
    expect(stateWith(authorization("verified", null, true))).toBe("not_required");
    expect(stateWith(authorization("declared", null, true))).toBe("self_declared");
  });

  it.each(["rejected", "superseded", "withdrawn"] as const)("%s evidence counts for nothing", (status) => {
    expect(stateWith(authorization(status))).toBe("none_provided");
  });

  it("a passed inspection checks the sterile criterion, any other outcome does not", () => {
    expect(criterionStates({ ...NO_FACTS, latestInspection: "pass" }, TODAY).sterile).toBe("checked");
    expect(criterionStates({ ...NO_FACTS, latestInspection: "conditional_pass" }, TODAY).sterile).toBe("none_provided");
    expect(criterionStates({ ...NO_FACTS, latestInspection: "closed" }, TODAY).sterile).toBe("none_provided");
  });

  it("the track record follows published cases, then submitted ones", () => {
    expect(criterionStates({ ...NO_FACTS, publishedCases: 1, submittedCases: 1 }, TODAY).portfolio).toBe("checked");
    expect(criterionStates({ ...NO_FACTS, submittedCases: 1 }, TODAY).portfolio).toBe("being_checked");
  });

  it("words about SMP are self-declared until an association is checked", () => {
    const told = { ...NO_FACTS, hasDedicationWords: true };
    expect(criterionStates(told, TODAY).dedication).toBe("self_declared");
    const member = {
      criterion: "dedication" as const,
      status: "verified" as const,
      expiresOn: null,
      isNotRequired: false,
    };
    expect(criterionStates({ ...told, evidence: [member] }, TODAY).dedication).toBe("checked");
  });

  it("time alone never makes a criterion checked", () => {
    const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }).map(dayOf);
    const row = fc.record({
      criterion: fc.constantFrom(...CRITERION_KEYS),
      status: fc.constantFrom(...EVIDENCE_STATUSES),
      expiresOn: fc.option(day),
      isNotRequired: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row), day, day, (evidence, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const before = criterionStates({ ...NO_FACTS, evidence }, early);
        const after = criterionStates({ ...NO_FACTS, evidence }, late);
        for (const key of CRITERION_KEYS) {
          if (after[key] === "checked") expect(before[key]).toBe("checked");
        }
      }),
    );
  });
});

describe("the order on the page", () => {
  it("evidence stands by strength, then newest first", () => {
    const row = (id: string, status: "verified" | "in_check" | "declared" | "expired", checkedOn: string | null) => ({
      id,
      status,
      checkedOn,
      issuedOn: null,
    });
    const rows = [
      row("d", "expired", "2026-01-01"),
      row("c", "declared", null),
      row("b", "verified", "2025-01-01"),
      row("a", "verified", "2026-01-01"),
      row("e", "in_check", null),
    ];
    expect(rows.sort(byStrength).map(({ id }) => id)).toEqual(["a", "b", "e", "c", "d"]);
  });

  it("of two inspections on one day the worse one counts as the latest", () => {
    const rows = [
      { inspectedOn: "2024-05-01", outcome: "pass" as const },
      { inspectedOn: "2025-05-01", outcome: "pass" as const },
      { inspectedOn: "2025-05-01", outcome: "closed" as const },
    ];
    expect(rows.sort(byInspectionDay).map(({ outcome }) => outcome)).toEqual(["closed", "pass", "pass"]);
  });

  it("days count from 1970 and do not depend on the clock's time zone", () => {
    expect(dayNumber("1970-01-02")).toBe(1);
    expect(dayOf(new Date("2026-03-08T23:59:59Z"))).toBe("2026-03-08");
  });
});
