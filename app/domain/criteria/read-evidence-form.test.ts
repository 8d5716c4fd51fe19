import { describe, expect, it } from "vitest";
import { readEvidenceForm } from "#app/domain/criteria/read-evidence-form.ts";
import type { EvidenceRule } from "#app/domain/criteria/read-evidence-form.ts";
import type { AuthorizationChoice } from "#app/domain/criteria/regime.ts";

const TODAY = "2026-11-27";
const PLACE = "0190a5a0-0000-7000-8000-000000000001";

const under = (validity: "dated" | "none" | "unknown", choice: AuthorizationChoice = "person", renewalMonths = 12) =>
  ({
    kind: "authorization",
    regime: { key: "test", validity, renewalMonths: validity === "dated" ? renewalMonths : null },
    choice,
  }) as const;

const read = (rule: EvidenceRule, fields: Record<string, string>) =>
  readEvidenceForm(rule, new URLSearchParams(fields), TODAY);
const errorsOf = (rule: EvidenceRule, fields: Record<string, string>) => {
  const result = read(rule, fields);
  return result.ok ? [] : Object.keys(result.reason.errors);
};
const PAPER = { authority: "Leeds City Council", number: "P-1", issuedOn: "2026-01-31" };

describe("an authorisation", () => {
  it("asks for no end where the regime has none, and takes none", () => {
    expect(read(under("none"), { ...PAPER, expiresOn: "2030-01-01" })).toMatchObject({
      ok: true,
      value: { expiresOn: null, noExpiryReason: "none_under_regime", authorization: { number: "P-1" } },
    });
  });

  it("needs the end where papers are dated, and fills in the usual one", () => {
    const result = read(under("dated", "person", 36), PAPER);
    expect(result).toMatchObject({ ok: false, reason: { values: { expiresOn: "2029-01-31", number: "P-1" } } });
    expect(errorsOf(under("dated"), PAPER)).toEqual(["expiresOn"]);
  });

  it.each([
    ["an end that is on the document", { expiresOn: "2027-01-31" }, { expiresOn: "2027-01-31", noExpiryReason: null }],
    ["none on it", { hasNoEnd: "on" }, { expiresOn: null, noExpiryReason: "unknown" }],
  ])("takes %s", (_case, more, value) => {
    expect(read(under("dated"), { ...PAPER, ...more })).toMatchObject({ ok: true, value });
  });

  it("leaves the end open where no source says", () => {
    expect(read(under("unknown"), PAPER)).toMatchObject({ ok: true, value: { noExpiryReason: "unknown" } });
  });

  it.each([
    ["it ran out today", { expiresOn: TODAY }, ["expiresOn"]],
    ["it ends before it begins", { expiresOn: "2026-01-30" }, ["expiresOn"]],
    ["it is of next week", { issuedOn: "2026-12-04", expiresOn: "2027-12-04" }, ["issuedOn"]],
    ["there is no such day", { expiresOn: "2027-02-30" }, ["expiresOn"]],
    ["the words are endless", { authority: "x".repeat(161), expiresOn: "2027-01-31" }, ["authority"]],
  ])("is refused when %s", (_case, more, fields) => {
    expect(errorsOf(under("dated"), { ...PAPER, ...more })).toEqual(fields);
  });

  it("of a place names the place, of a person none", () => {
    expect(errorsOf(under("none", "premises"), PAPER)).toEqual(["place"]);
    expect(read(under("none", "premises"), { ...PAPER, place: PLACE })).toMatchObject({
      value: { authorization: { holder: "premises", premisesId: PLACE } },
    });
    expect(read(under("none"), { ...PAPER, place: PLACE })).toMatchObject({
      value: { authorization: { holder: "person", premisesId: null } },
    });
  });

  it("that is not required says how that is known, and has no dates", () => {
    expect(errorsOf(under("dated", "none_person"), { reason: "no" })).toEqual(["reason"]);
    expect(
      read(under("dated", "none_person"), { reason: "The state licenses the studio only.", expiresOn: "2030-01-01" }),
    ).toMatchObject({
      ok: true,
      value: { expiresOn: null, noExpiryReason: null, authorization: { notRequired: true, holder: "person" } },
    });
  });

  it("Z-04: state, checker and dates of checking are nobody's to send", () => {
    const result = read(under("none"), {
      ...PAPER,
      status: "verified",
      checkedOn: "2026-01-01",
      checkedById: PLACE,
      source: "me",
      notRequired: "on",
      holder: "premises",
    });
    expect(JSON.stringify(result)).not.toMatch(/verified|checkedOn|checkedById|"source"|"premises"/);
  });
});

describe("evidence about hygiene", () => {
  const paper = (kind: Extract<EvidenceRule, { kind: "hygiene" }>["paper"]) =>
    ({ kind: "hygiene", paper: kind }) as const;

  it.each([
    ["bloodborne_pathogen_certificate", { issuedOn: "2026-11-01" }, "2027-11-01", null],
    ["infection_control_award", { issuedOn: "2020-11-01" }, null, "none_under_regime"],
    ["single_use_declaration", { issuedOn: "2026-11-01", detail: "Dot 3" }, "2027-11-01", null],
    ["autoclave_spore_test", { issuedOn: "2026-11-20", detail: "negative" }, "2026-12-21", null],
    ["sharps_contract", { expiresOn: "2027-06-30" }, "2027-06-30", null],
    ["insurance_certificate", { expiresOn: "2027-06-30" }, "2027-06-30", null],
  ] as const)("%s counts for as long as its kind does", (kind, fields, expiresOn, noExpiryReason) => {
    expect(read(paper(kind), fields)).toMatchObject({ ok: true, value: { expiresOn, noExpiryReason } });
  });

  it.each([
    ["an old certificate", "bloodborne_pathogen_certificate", { issuedOn: "2025-11-27" }, ["issuedOn"]],
    [
      "a spore test of last month",
      "autoclave_spore_test",
      { issuedOn: "2026-10-27", detail: "negative" },
      ["issuedOn"],
    ],
    ["needles without a brand", "single_use_declaration", { issuedOn: "2026-11-01" }, ["detail"]],
    ["insurance without an end", "insurance_certificate", { issuedOn: "2026-11-01" }, ["expiresOn"]],
  ] as const)("%s is refused", (_case, kind, fields, errors) => {
    expect(errorsOf(paper(kind), fields)).toEqual(errors);
  });
});

describe("a training and a membership", () => {
  const course = { provider: "Northfold", courseName: "Foundation", completedOn: "2024-05-03", smpHours: "80" };

  it("a training never runs out", () => {
    expect(read({ kind: "training" }, course)).toMatchObject({
      ok: true,
      value: { expiresOn: null, noExpiryReason: null, training: { smpHours: 80, liveModels: null } },
    });
  });

  it.each([
    ["a course of tomorrow week", { completedOn: "2026-12-05" }, ["completedOn"]],
    ["hours that are no number", { smpHours: "many" }, ["smpHours"]],
    ["hours below nought", { smpHours: "-4" }, ["smpHours"]],
  ])("%s is refused", (_case, more, errors) => {
    expect(errorsOf({ kind: "training" }, { ...course, ...more })).toEqual(errors);
  });

  it("a membership may have an end", () => {
    const card = { name: "Circle", memberSince: "2020", expiresOn: "2027-01-01" };
    expect(read({ kind: "association" }, card)).toMatchObject({ ok: true, value: { expiresOn: "2027-01-01" } });
    expect(errorsOf({ kind: "association" }, { ...card, memberSince: "2027" })).toEqual(["memberSince"]);
  });
});
