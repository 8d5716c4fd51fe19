import { describe, expect, it } from "vitest";
import { findImpossibleDates } from "#app/domain/reviews/signals/find-impossible-dates.ts";
import { findNewAccount } from "#app/domain/reviews/signals/find-new-account.ts";
import { findPictureReuse } from "#app/domain/reviews/signals/find-picture-reuse.ts";
import { findReciprocal } from "#app/domain/reviews/signals/find-reciprocal.ts";
import { findSharedContact, mailboxOf } from "#app/domain/reviews/signals/find-shared-contact.ts";
import { findSharedDevice } from "#app/domain/reviews/signals/find-shared-device.ts";

describe("a shared device or network", () => {
  const nothing = { sameDeviceIds: [], sameAddressIds: [], isTechnicianAddress: false, isTechnicianDevice: false };
  it.each([
    ["nothing shared", {}, null],
    ["one other account on the same browser", { sameDeviceIds: ["a"] }, "another account's review"],
    ["three accounts on the same browser", { sameDeviceIds: ["a", "b", "c"] }, "3 reviews by other accounts"],
    ["another account on the same network", { sameAddressIds: ["a"] }, "People in one house"],
    ["the technician's network", { isTechnicianAddress: true }, "signed in from"],
    ["the technician's browser", { isTechnicianDevice: true }, "browser that the technician used"],
  ])("%s", (_, facts, words) => {
    const signal = findSharedDevice({ ...nothing, ...facts });
    if (words === null) expect(signal).toBeNull();
    else expect(signal?.detail).toContain(words);
  });

  it("names each other review once", () => {
    const signal = findSharedDevice({ ...nothing, sameDeviceIds: ["a", "b"], sameAddressIds: ["b", "c"] });
    expect(signal?.relatedIds).toEqual(["a", "b", "c"]);
  });
});

describe("a new account with one review at either end of the scale", () => {
  it.each([
    ["one star on the first day", 0, 0, 1, true],
    ["five stars on the seventh day", 7, 0, 5, true],
    ["five stars after a fortnight", 14, 0, 5, false],
    ["three stars on the first day", 0, 0, 3, false],
    ["one star from somebody with another review", 0, 1, 1, false],
    ["no stars", 0, 0, null, false],
  ])("%s", (_, accountDays, otherReviewCount, overall, isSignal) => {
    expect(findNewAccount({ accountDays, otherReviewCount, overall }) !== null).toBe(isSignal);
  });

  it("the words are the same for both ends: the moderator learns no stars from them", () => {
    const words = (overall: number) => findNewAccount({ accountDays: 1, otherReviewCount: 0, overall })?.detail;
    expect(words(1)).toBe(words(5));
    expect(words(1)).not.toMatch(/star|rating|\d/i);
  });
});

describe("dates that can't be", () => {
  const facts = {
    lastSessionOn: new Date("2026-03-01"),
    submittedAt: new Date("2026-06-01T10:00:00Z"),
    practisingSince: 2018,
    photoDays: [30, 90],
  };
  it.each([
    ["a session three months ago", {}, null],
    ["no date given", { lastSessionOn: null, photoDays: [900] }, null],
    ["a session today where it is tomorrow already", { lastSessionOn: new Date("2026-06-02"), photoDays: [] }, null],
    ["a session next week", { lastSessionOn: new Date("2026-06-08"), photoDays: [] }, "after the day"],
    ["a session before the technician began", { lastSessionOn: new Date("2017-12-31"), photoDays: [] }, "before 2018"],
    ["a session in the year of beginning", { lastSessionOn: new Date("2018-01-01"), photoDays: [] }, null],
    ["a photo at an age that is still to come", { photoDays: [180] }, "had not reached"],
    ["a healed photo from before the session", { photoDays: [-3] }, "older than the last session"],
  ])("%s", (_, more, words) => {
    const signal = findImpossibleDates({ ...facts, ...more });
    if (words === null) expect(signal).toBeNull();
    else expect(signal?.detail).toContain(words);
  });
});

describe("the same contact as the technician", () => {
  it.each([
    ["strangers at a public provider", "jo@gmail.com", "ana@gmail.com", null, null],
    ["the invented people of the sample data", "a@people.sample.hairline", "b@people.sample.hairline", null, null],
    ["the same mailbox with a label", "ana+reviews@gmail.com", "ana@gmail.com", null, "same mailbox"],
    ["the same mailbox with other dots", "a.n.a@googlemail.com", "ana@gmail.com", null, "same mailbox"],
    ["dots elsewhere are another mailbox", "a.na@proton.me", "ana@proton.me", null, null],
    ["a colleague at the studio's own domain", "jo@ana-reyes.example", "ana@ana-reyes.example", null, "same domain"],
    [
      "the domain of the website",
      "jo@ana-reyes.example",
      "ana@gmail.com",
      "https://www.ana-reyes.example/smp",
      "website",
    ],
    ["another domain that ends alike", "jo@not-ana.example", "x@gmail.com", "https://ana.example", null],
    ["a website at a shared host", "jo@gmail.com", null, "https://sites.gmail.com/ana", null],
    ["no address any more", null, "ana@gmail.com", null, null],
    ["a website that is none", "jo@ana.example", null, "ana.example", null],
  ])("%s", (_, authorEmail, ownerEmail, websiteUrl, words) => {
    const signal = findSharedContact({ authorEmail, ownerEmail, websiteUrl });
    if (words === null) expect(signal).toBeNull();
    else expect(signal?.detail).toContain(words);
  });

  it("never repeats an address", () => {
    const signal = findSharedContact({ authorEmail: "ana+x@a.example", ownerEmail: "ana@a.example", websiteUrl: null });
    expect(signal?.detail).not.toContain("@");
    expect(mailboxOf("Ana+X@A.example")).toEqual({ name: "ana", domain: "a.example" });
  });
});

it("technicians who review each other are found, one-way reviews are not", () => {
  expect(findReciprocal({ returnedIds: [] })).toBeNull();
  expect(findReciprocal({ returnedIds: ["a"] })).toMatchObject({ kind: "reciprocal", relatedIds: ["a"] });
});

describe("a picture that stands elsewhere", () => {
  it.each([
    ["nowhere", [], 0, null],
    ["in one review", ["a"], 0, "in a review of another technician"],
    ["twice in one review", ["a", "a"], 0, "in a review of another technician"],
    [
      "in two reviews and a case",
      ["a", "b"],
      1,
      "in 2 reviews of other technicians and in another technician's portfolio",
    ],
    ["in two cases", [], 2, "in 2 portfolio cases"],
  ])("%s", (_, reviewIds, caseCount, words) => {
    const signal = findPictureReuse({ reviewIds, caseCount });
    if (words === null) expect(signal).toBeNull();
    else expect(signal?.detail).toContain(words);
  });
});
