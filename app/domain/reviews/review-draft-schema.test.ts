import { describe, expect, it } from "vitest";
import { documentPurgeAfter } from "#app/domain/reviews/document-retention.ts";
import { readAmount, writeAmount } from "#app/domain/reviews/read-amount.ts";
import { judgeAnswers, latestDay } from "#app/domain/reviews/review-answers.ts";
import { readReview } from "#app/domain/reviews/review-draft-schema.ts";
import { formatVisitCode, normaliseVisitCode } from "#app/domain/reviews/visit-code.ts";
import { fullAnswers } from "../../../prisma/factories/review-answers.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const read = (fields: Record<string, string> | [string, string][]) => readReview(new URLSearchParams(fields));

describe("V-01 the review form as it is read", () => {
  it("a draft may lack anything", () => {
    const { answers, reply, visitCode, isAttested } = read({});
    expect(reply.errors).toEqual({});
    expect([answers.overall, answers.text, answers.relationship, visitCode, isAttested]).toEqual([
      null,
      "",
      null,
      null,
      false,
    ]);
  });

  it("takes out control and bidi characters, and composes what was typed in pieces", () => {
    const { answers } = read({ title: "Cafe\u0301\u0000", text: "  Good\u202e work\r\nover\u0007 all \u2066.\u2069 " });
    expect(answers.title).toBe("Café");
    expect(answers.text).toBe("Good work\nover all .");
  });

  it("cuts words that are too long for a draft, and says so", () => {
    const { answers, reply } = read({ title: "t".repeat(121), text: "x".repeat(5_001) });
    expect([answers.title.length, answers.text.length]).toEqual([120, 5_000]);
    expect(Object.keys(reply.errors)).toEqual(["title", "text"]);
    expect(reply.values["text"]).toHaveLength(5_001);
  });

  it("refuses a field that was sent twice and keeps the others", () => {
    const { answers, reply } = read([
      ["overall", "1"],
      ["overall", "5"],
      ["title", "Careful"],
    ]);
    expect([answers.overall, answers.title]).toEqual([null, "Careful"]);
    expect(reply.errors["overall"]).toEqual(["This was sent more than once. Send the form again."]);
  });

  it.each([
    ["overall", "6"],
    ["overall", "4.5"],
    ["sterile", "0"],
    ["treatment", "haircut"],
    ["sessions", "21"],
    ["sessions", "-1"],
    ["lastSessionOn", "2026-02-30"],
    ["lastSessionOn", "yesterday"],
    ["currency", "ZZZ"],
    ["relationship", "owner"],
    ["concern", "baldness"],
    ["isIncentivised", "maybe"],
  ])("refuses %s: %s beside its field, and a draft goes without it", (name, value) => {
    const { reply } = read({ [name]: value, text: "Kept" });
    expect(Object.keys(reply.errors)).toEqual([name]);
    expect(reply.values["text"]).toBe("Kept");
  });

  it("Z-04 knows no fields but its own", () => {
    const own = read({ title: "a" });
    const more = read({ title: "a", status: "published", authorId: "x", technicianId: "y", proofLevel: "confirmed" });
    expect(more).toEqual(own);
  });

  it("keeps the health detail only with its own tick", () => {
    expect(read({ concern: "vitiligo" }).answers.concern).toBeNull();
    expect(read({ concern: "vitiligo", healthConsent: "yes" }).answers.concern).toBe("vitiligo");
  });

  it("a price needs its currency, and a currency alone says nothing", () => {
    expect(read({ pricePaid: "1,250.50", currency: "GBP" }).answers).toMatchObject({
      pricePaid: 125_050,
      currency: "GBP",
    });
    expect(read({ currency: "GBP" }).answers).toMatchObject({ pricePaid: null, currency: null });
    expect(Object.keys(read({ pricePaid: "1250" }).reply.errors)).toEqual(["currency"]);
    expect(Object.keys(read({ pricePaid: "about 1250", currency: "GBP" }).reply.errors)).toEqual(["pricePaid"]);
  });
});

describe("what may be sent", () => {
  const wrong = (answers: Parameters<typeof fullAnswers>[0], isAttested = true) =>
    Object.keys(judgeAnswers(fullAnswers(answers), isAttested, NOW));

  it("a complete review, and one of the fewest answers", () => {
    expect(wrong({})).toEqual([]);
    const few = { understanding: null, sterile: null, portfolio: null, needleOpened: null, wouldRecommend: null };
    expect(wrong({ ...few, sessions: null, pricePaid: null, currency: null, title: "" })).toEqual([]);
  });

  it.each<[string, Parameters<typeof fullAnswers>[0]]>([
    ["overall", { overall: null }],
    ["treatment", { treatment: null }],
    ["lastSessionOn", { lastSessionOn: null }],
    ["lastSessionOn", { lastSessionOn: "2026-11-24" }],
    ["lastSessionOn", { lastSessionOn: "1999-12-31" }],
    ["text", { text: "x".repeat(39) }],
    ["relationship", { relationship: null }],
    ["relationship", { relationship: "employee" }],
    ["relationship", { relationship: "competitor" }],
    ["isIncentivised", { isIncentivised: null }],
    ["incentiveNote", { isIncentivised: true, incentiveNote: "" }],
  ])("not without a good %s", (name, answers) => expect(wrong(answers)).toEqual([name]));

  it("not without the signed statement", () => expect(wrong({}, false)).toEqual(["attestation"]));

  it("today is today wherever the author is", () => {
    expect(latestDay(new Date("2026-11-22T09:59:00Z"))).toBe("2026-11-22");
    expect(latestDay(new Date("2026-11-22T10:00:00Z"))).toBe("2026-11-23");
  });
});

it.each<[string, string, number | null]>([
  ["1250", "GBP", 125_000],
  ["1250.5", "GBP", 125_050],
  ["1250,50", "EUR", 125_050],
  ["1,250", "USD", 125_000],
  ["1 250.00", "GBP", 125_000],
  ["120000", "JPY", 120_000],
  ["1200.50", "JPY", null],
  ["1.250", "EUR", null],
  ["-5", "GBP", null],
  ["1e5", "GBP", null],
  ["99999999999", "GBP", null],
])("an amount %s in %s is %s minor units", (text, currency, expected) => {
  expect(readAmount(text, currency)).toBe(expected);
  if (expected !== null) expect(readAmount(writeAmount(expected, currency), currency)).toBe(expected);
});

it.each<[string, string | null]>([
  ["7KQM-X2FD-94TR", "7KQMX2FD94TR"],
  [" 7kqm x2fd 94tr ", "7KQMX2FD94TR"],
  ["7KQM–X2FD.94TR", "7KQMX2FD94TR"],
  ["７KQMX2FD94TR", "7KQMX2FD94TR"],
  ["7KQM-X2FD-94T", null],
  ["7KQM-X2FD-94TR-2", null],
  ["0KQM-X2FD-94TR", null],
  ["", null],
])("a visit code typed as %j is %j", (typed, expected) => {
  expect(normaliseVisitCode(typed)).toBe(expected);
  if (expected) expect(normaliseVisitCode(formatVisitCode(expected))).toBe(expected);
});

it("P-03 a document goes 30 days after its decision, six months after it when there was an appeal", () => {
  const decidedAt = new Date("2026-01-10T09:00:00Z");
  expect(documentPurgeAfter(decidedAt, false)).toEqual(new Date("2026-02-09T09:00:00Z"));
  expect(documentPurgeAfter(decidedAt, true)).toEqual(new Date("2026-07-10T09:00:00Z"));
});
