import { describe, expect, it } from "vitest";
import {
  importerOf,
  listNameOf,
  listSource,
  plainInfraction,
  publishedSource,
  registerOf,
} from "#app/domain/registers/register.ts";

describe("a source key", () => {
  it("leads to the register with its credit", () => {
    expect(registerOf("toronto-bodysafe")?.title).toBe("Toronto BodySafe register");
    expect(registerOf("toronto-bodysafe")?.credit).toContain("Open Government Licence – Toronto");
  });
  it("of a list leads to the list's name and to no register", () => {
    expect(listNameOf(listSource("my-school"))).toBe("my-school");
    expect(registerOf(listSource("my-school"))).toBeNull();
    expect(listNameOf("toronto-bodysafe")).toBeNull();
  });
  it("of an authority that publishes in a form of many leads to a register with its name", () => {
    expect(registerOf(publishedSource("open-inspections", "leeds-city-council"))).toMatchObject({
      title: "Inspections published by Leeds city council",
      authority: "Leeds city council",
    });
  });
  it.each(["", "toString", "constructor", "open-inspections", "open-inspections:", "toronto-bodysafe:leeds"])(
    "%j is no register",
    (key) => expect(registerOf(key)).toBeNull(),
  );
  it.each(["", "toString", "list:my-school", "technicians"])("%j is no register's format", (format) => {
    expect(importerOf(format)).toBeNull();
  });
});

describe("an infraction in plain words", () => {
  it.each([
    [
      "Personal service setting - use equipment not maintained in sanitary condition. Reg. Clause 10 (1)(a)",
      "Use equipment not maintained in sanitary condition",
      "Reg. Clause 10 (1)(a)",
    ],
    [
      "Personal Service Setting – use non-sterile sharps for invasive procedure. Reg. Para. 1 of subsec. 10 (6)",
      "Use non-sterile sharps for invasive procedure",
      "Reg. Para. 1 of subsec. 10 (6)",
    ],
    [
      "Fail to keep records of personal service setting as required. Reg. Para. 4 of subsec. 14 (1)",
      "Failed to keep records of personal service setting as required",
      "Reg. Para. 4 of subsec. 14 (1)",
    ],
    [
      "Operator fail to post inspection results. Reg. Sec. 4",
      "The operator failed to post inspection results",
      "Reg. Sec. 4",
    ],
    ["Personal service setting - fail to ensure sink is large enough", "Failed to ensure sink is large enough", null],
    ["Regular cleaning not done", "Regular cleaning not done", null],
    ["Reg. Sec. 4", "Reg. Sec. 4", "Reg. Sec. 4"],
  ])("%s", (text, plain, citation) => {
    expect(plainInfraction({ category: "05 - Single-Use Equipment", text })).toEqual({
      category: "Single-Use Equipment",
      text: plain,
      citation,
    });
  });
});
