import { expect, test } from "vitest";
import type { CriteriaFacts } from "#app/domain/criteria/evidence.ts";
import { dayNumber } from "#app/domain/criteria/evidence.ts";
import { NEVER_EXPIRES, technicianDocument } from "#app/domain/search/technician-document.ts";
import type { TechnicianFacts } from "#app/domain/search/technician-document.ts";

const noFacts: CriteriaFacts = {
  hasUnderstandingStatement: false,
  hasOwnHairLoss: null,
  hasDedicationWords: false,
  publishedCases: 0,
  submittedCases: 0,
  latestInspection: null,
  evidence: [],
};
const facts: TechnicianFacts = {
  id: "01",
  name: "Ada Stone",
  status: "published",
  bio: "",
  treatments: ["hairline"],
  concerns: [],
  skinTypes: [1, 2],
  languages: ["en"],
  gender: null,
  ratingMean: null,
  ratingScore: 3.5,
  reviewCount: 0,
  publishedAt: "2026-01-01T00:00:00Z",
  premises: [],
  prices: [],
  oldestResultDays: null,
  criteria: noFacts,
};
const premises = {
  name: "Studio",
  city: "Leeds",
  region: null,
  countryCode: "GB",
  postcode: null,
  lat: 53.8,
  lng: -1.5,
  features: [],
};
const make = (change: Partial<TechnicianFacts>) => technicianDocument({ ...facts, ...change }, "2026-06-01");
const authorization = (change: Partial<CriteriaFacts["evidence"][number]>) => ({
  ...noFacts,
  evidence: [
    {
      criterion: "authorization" as const,
      status: "verified" as const,
      expiresOn: "2026-12-31",
      isNotRequired: false,
      ...change,
    },
  ],
});

test("a checked fact counts until the day it runs out, one without an expiry for ever, a pending or unneeded one never", () => {
  expect(make({ criteria: authorization({}) }).authorizationUntil).toBe(dayNumber("2026-12-31"));
  expect(make({ criteria: authorization({ expiresOn: null }) }).authorizationUntil).toBe(NEVER_EXPIRES);
  expect(make({ criteria: authorization({ status: "in_check" }) }).authorizationUntil).toBe(-1);
  expect(make({ criteria: authorization({ isNotRequired: true }) }).authorizationUntil).toBe(-1);
});

test("a passed inspection makes the sterile environment a checked fact, a conditional pass does not", () => {
  expect(make({ criteria: { ...noFacts, latestInspection: "pass" } }).sterileUntil).toBe(NEVER_EXPIRES);
  expect(make({ criteria: { ...noFacts, latestInspection: "conditional_pass" } }).sterileUntil).toBe(-1);
});

test("no certificate makes a place that inspectors closed a sterile one", () => {
  const evidence = [
    { criterion: "sterile" as const, status: "verified" as const, expiresOn: null, isNotRequired: false },
  ];
  const closed = make({ criteria: { ...noFacts, evidence, latestInspection: "closed" } });
  expect(closed).toMatchObject({ sterileUntil: -1, checkedCount: 0 });
  const reopened = make({ criteria: { ...noFacts, evidence, latestInspection: "pass" } });
  expect(reopened).toMatchObject({ sterileUntil: NEVER_EXPIRES, checkedCount: 1 });
});

test("a mean reaches every step of rating_min up to itself", () => {
  expect(make({ ratingMean: 4.2 }).ratingAtLeast).toEqual(["4", "3.5", "3"]);
  expect(make({ ratingMean: null }).ratingAtLeast).toEqual([]);
});

test("the oldest result counts for every younger age, a fresh one for none", () => {
  expect(make({ oldestResultDays: 800 }).resultAtLeast).toEqual(["healed", "settled", "aged"]);
  expect(make({ oldestResultDays: 40 }).resultAtLeast).toEqual(["healed"]);
  expect(make({ oldestResultDays: 3 }).resultAtLeast).toEqual([]);
});

test("the lowest price of each currency is kept, and the first three places of work", () => {
  const document = make({
    prices: [
      { currency: "GBP", amount: 90_000 },
      { currency: "GBP", amount: 40_000 },
      { currency: "EUR", amount: 50_000 },
    ],
    premises: [premises, { ...premises, lat: 1 }, { ...premises, lat: 2 }, { ...premises, lat: 3 }],
  });
  expect(document.price).toEqual({ GBP: 40_000, EUR: 50_000 });
  expect(document).toMatchObject({ lat: 53.8, lat2: 1, lat3: 2 });
});
