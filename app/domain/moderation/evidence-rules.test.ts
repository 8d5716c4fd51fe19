import { describe, expect, test } from "vitest";
import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";
import { factKey, renews } from "#app/domain/criteria/same-fact.ts";
import type { DatedFact } from "#app/domain/criteria/same-fact.ts";
import { EVIDENCE_ACTS, needsSecondModerator, reasonsFor } from "#app/domain/moderation/evidence-acts.ts";
import { guideFor } from "#app/domain/moderation/evidence-guide.ts";
import { sourceWords } from "#app/domain/moderation/evidence-item.ts";
import { evidenceMail } from "#app/domain/moderation/evidence-mails.ts";
import { missingForEvidence } from "#app/domain/moderation/evidence-schema.ts";
import { plainNumber, typedWarnings } from "#app/domain/moderation/evidence-warnings.ts";
import type { TypedFields } from "#app/domain/moderation/evidence-warnings.ts";

const KINDS = ["authorization", "hygiene", "training", "association"] as const;

describe("reasons and second moderators", () => {
  test("every act on every kind has reasons, all of them known and none twice", () => {
    for (const act of EVIDENCE_ACTS) {
      for (const kind of KINDS) {
        const reasons = reasonsFor(act, kind);
        expect(reasons.length).toBeGreaterThan(3);
        expect(new Set(reasons).size).toBe(reasons.length);
        for (const reason of reasons) expect(CHECK_REASONS).toHaveProperty(reason);
      }
    }
  });

  test("two moderators for refusing and taking back an authorization, one for everything else", () => {
    const byTwo = KINDS.flatMap((kind) =>
      EVIDENCE_ACTS.filter((act) => needsSecondModerator(act, kind)).map((act) => `${act} ${kind}`),
    );
    expect(byTwo).toEqual(["reject authorization", "withdraw authorization"]);
  });

  test("every kind of evidence has a guide", () => {
    const hygiene = (Object.keys(HYGIENE_KINDS) as (keyof typeof HYGIENE_KINDS)[]).map((hygieneKind) =>
      guideFor({ kind: "hygiene", hygieneKind }),
    );
    for (const { proves, oftenWrong } of [...hygiene, ...KINDS.map((kind) => guideFor({ kind }))]) {
      expect(Math.min(proves.length, oftenWrong.length)).toBeGreaterThan(0);
    }
    expect(guideFor({ kind: "authorization", isNotRequired: true })).not.toBe(guideFor({ kind: "authorization" }));
  });
});

describe("what stands out in the typed fields", () => {
  const fine: TypedFields = {
    issuedOn: "2026-01-01",
    expiresOn: "2027-01-01",
    authorization: { holder: "premises", premisesId: "a", countryCode: "GB", number: "1", notRequired: false },
    places: [{ premisesId: "a", countryCode: "GB" }],
  };
  const licence = fine.authorization;
  if (licence === null) throw new Error("the example is a licence");
  test.each<[string, Partial<TypedFields>, string[]]>([
    ["nothing", {}, []],
    ["issued tomorrow", { issuedOn: "2026-06-04" }, ["The day of issue is in the future."]],
    ["issued today", { issuedOn: "2026-06-03" }, []],
    ["backwards", { issuedOn: "2026-02-01", expiresOn: "2026-01-01" }, ["It runs out before the day of issue."]],
    ["over since today", { expiresOn: "2026-06-03" }, ["It has run out already."]],
    [
      "left premises",
      { authorization: { ...licence, premisesId: "b" } },
      ["The premises that it names are not on the profile."],
    ],
    [
      "premises that are gone",
      { authorization: { ...licence, premisesId: null } },
      ["The premises that it names are not on the profile."],
    ],
    ["a person at no place", { authorization: { ...licence, holder: "person", premisesId: null }, places: [] }, []],
    [
      "another country",
      { authorization: { ...licence, countryCode: "IE" } },
      ["None of the places of work is in the country of this regime."],
    ],
    [
      "no number",
      { authorization: { ...licence, number: null } },
      ["No number was given, so no register can confirm it."],
    ],
    ["nothing required", { authorization: { ...licence, number: null, premisesId: null, notRequired: true } }, []],
    ["a certificate", { authorization: null, expiresOn: null }, []],
  ])("%s", (_, more, expected) => {
    expect(typedWarnings({ ...fine, ...more }, "2026-06-03")).toEqual(expected);
  });

  test.each([
    ["ab 12-34", "AB1234"],
    ["AB/12.34", "AB1234"],
    ["№ 7ü", "NO7Ü".slice(2)],
    ["--", ""],
  ])("the number %s is compared as %s", (typed, plain) => {
    expect(plainNumber(typed)).toBe(plain);
  });
});

describe("an older and a newer paper", () => {
  const paper = (more: Partial<DatedFact> = {}): DatedFact => ({
    kind: "authorization",
    authorization: { regimeKey: "x", holder: "person", premisesId: null },
    hygiene: null,
    training: null,
    association: null,
    issuedOn: null,
    expiresOn: null,
    createdAt: "2026-01-01T00:00:00Z",
    ...more,
  });
  const atPremises = { regimeKey: "x", holder: "premises", premisesId: "p" } as const;
  const hygiene = (hygieneKind: string) => paper({ kind: "hygiene", authorization: null, hygiene: { hygieneKind } });
  test.each<[string, DatedFact, DatedFact, boolean]>([
    ["issued later", paper({ issuedOn: "2026-02-01" }), paper({ issuedOn: "2025-02-01" }), true],
    ["issued earlier", paper({ issuedOn: "2025-02-01" }), paper({ issuedOn: "2026-02-01" }), false],
    ["holds longer", paper({ expiresOn: "2028-01-01" }), paper({ expiresOn: "2027-01-01" }), true],
    ["holds shorter", paper({ expiresOn: "2027-01-01" }), paper({ expiresOn: "2028-01-01" }), false],
    ["came later", paper({ createdAt: "2026-02-01T00:00:00Z" }), paper(), true],
    ["came earlier", paper(), paper({ createdAt: "2026-02-01T00:00:00Z" }), false],
    ["of other premises", paper({ authorization: atPremises }), paper(), false],
    ["of another kind of hygiene", hygiene("a"), hygiene("b"), false],
    ["of the same kind of hygiene", hygiene("a"), hygiene("a"), true],
    ["without its part", paper({ authorization: null }), paper({ authorization: null }), false],
  ])("one that %s renews the other: %#", (_, fresh, old, expected) => {
    expect(renews(fresh, old)).toBe(expected);
  });

  test("a provider and course are the same however they are written", () => {
    const course = (provider: string) =>
      paper({ kind: "training", authorization: null, training: { provider, courseName: "Basics" } });
    expect(factKey(course("Northfold Academy "))).toBe(factKey(course("northfold academy")));
    expect(factKey(course("Other"))).not.toBe(factKey(course("Northfold Academy")));
  });
});

describe("the form and the mail", () => {
  const approval = {
    decision: "approve",
    version: 1,
    expiry: "date",
    expiresOn: "2027-01-01",
    compared: ["document"],
  } as const;
  test.each([
    [{}, []],
    [{ expiry: undefined }, ["expiry"]],
    [{ expiresOn: undefined }, ["expiresOn"]],
    [{ expiresOn: "2026-06-03" }, ["expiresOn"]],
    [{ expiry: "none", expiresOn: "2020-01-01" }, []],
    [{ compared: [] }, ["compared"]],
    [{ decision: "reject" }, ["reason", "note"]],
    [{ decision: "reject", reason: "altered", note: "It was altered." }, []],
  ] as const)("with %o, the fields %o are asked for again", (more, expected) => {
    const fields = { ...approval, compared: [...approval.compared], ...more } as Parameters<
      typeof missingForEvidence
    >[0];
    expect(Object.keys(missingForEvidence(fields, "2026-06-03"))).toEqual(expected);
  });

  test("the source that readers see is one sentence", () => {
    expect(sourceWords(["document", "register"])).toBe("Found in the public register; document seen");
  });

  test("P-04 a mail names the rule and links to the owner's own page, and has no facts in it", () => {
    const mail = evidenceMail("a@b.example", {
      evidenceId: "E",
      version: 3,
      outcome: "withdrawn",
      reason: "revoked_at_source",
      isByTwo: true,
    });
    expect(mail).toMatchObject({ key: "evidence-decided:E:3", action: { path: "/studio/criteria/E" } });
    expect(mail.paragraphs.join(" ")).toContain("Revoked by the authority");
  });
});
