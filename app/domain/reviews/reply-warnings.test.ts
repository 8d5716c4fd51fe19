import { describe, expect, it } from "vitest";
import { findReplyWarnings } from "#app/domain/reviews/reply-warnings.ts";

const known = {
  authorName: "Hat Man",
  technicianName: "Ana Reyes",
  reviewText: "I have alopecia. My session on 3 March was fine, and Jo at the desk was kind.",
};
const kinds = (text: string) => findReplyWarnings(text, known).map(({ kind, quote }) => `${kind}: ${quote}`);

describe("a reply is looked through for what would reveal the client", () => {
  it.each([
    ["call me on +44 113 496 0000 please", ["phone: +44 113 496 0000"]],
    ["write to studio@ana-reyes.example", ["email: studio@ana-reyes.example"]],
    ["we saw you on 12 April and it was fine", ["date: 12 April"]],
    ["we saw you on 12/04/2026", ["date: 12/04/2026"]],
    ["you came last Tuesday", ["date: last Tuesday"]],
    ["at your first appointment you said so", ["appointment: your first appointment"]],
    ["you did not tell us about your medication", ["health: medication"]],
    ["as you wrote on your consultation form", ["appointment: your consultation form"]],
    ["Dear Thomas, thank you", ["name: Thomas"]],
    ["Thank you. Mr Whitfield was always on time", ["name: Mr Whitfield"]],
  ])("%s", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    "Thank you for writing. We are sorry that it faded, and would like to put it right.",
    "Dear Hat Man, thank you. Ana Reyes",
    "Hello there, and thank you!",
    "Alopecia can make it harder, as you say, and 3 March was a busy day.",
    "Jo says hello.",
    "Our price is 1200 pounds for three sessions, in 2026 as in 2025.",
    "Hi, We do our best.",
  ])("says nothing about: %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it("warns once of each kind, however often it comes", () => {
    expect(kinds("On 1 May, 2 May and 3 May, with cancer and diabetes")).toEqual(["date: 1 May", "health: cancer"]);
  });

  it("takes a long hostile text in its stride", () => {
    expect(kinds("1 ".repeat(1_500))).toHaveLength(1);
    expect(kinds(`${"a.".repeat(1_400)}@`)).toEqual([]);
  });
});
