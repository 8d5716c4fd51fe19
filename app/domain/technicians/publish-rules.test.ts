import { expect, it } from "vitest";
import { nextTechnicianStatus, publishGaps, SHORTEST_BIO } from "#app/domain/technicians/publish-rules.ts";
import type { PublishFacts } from "#app/domain/technicians/publish-rules.ts";

const whole: PublishFacts = {
  name: "Ada Stone",
  bio: "a".repeat(SHORTEST_BIO),
  languages: ["en"],
  treatments: ["hairline"],
  towns: ["Leeds"],
};

it.each<[string, Partial<PublishFacts>, string[]]>([
  ["the minimum", {}, []],
  ["a name of blanks", { name: "  " }, ["name"]],
  ["no place of work", { towns: [] }, ["place"]],
  ["a place without a town", { towns: [" "] }, ["place"]],
  ["no treatment", { treatments: [] }, ["treatment"]],
  ["no language", { languages: [] }, ["language"]],
  ["a bio one character short", { bio: "a".repeat(SHORTEST_BIO - 1) }, ["bio"]],
  ["a bio of blanks", { bio: " ".repeat(200) }, ["bio"]],
  ["a bio of signs that count as two units each", { bio: "😀".repeat(SHORTEST_BIO / 2) }, ["bio"]],
])("with %s what is missing is named", (_, change, gaps) => expect(publishGaps({ ...whole, ...change })).toEqual(gaps));

it("a suspended profile can't be published, a published one not again", () => {
  expect(nextTechnicianStatus("suspended", "publish")).toBeNull();
  expect(nextTechnicianStatus("published", "publish")).toBeNull();
  expect(nextTechnicianStatus("draft", "unpublish")).toBeNull();
  expect(nextTechnicianStatus("draft", "publish")).toBe("published");
  expect(nextTechnicianStatus("published", "unpublish_listing")).toBe("unclaimed");
});
