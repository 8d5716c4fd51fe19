import { describe, expect, it } from "vitest";
import type { Profile } from "#app/domain/profiles/profile.ts";
import { withRegisterWords } from "#app/domain/profiles/register-words.ts";
import { EMPTY_PROFILE } from "../../../tests/support/empty-profile.ts";

const INSPECTION: Profile["inspections"][number] = {
  inspectedOn: "2024-02-03",
  outcome: "conditional_pass",
  services: ["Tattooing"],
  premisesName: "Ink and Water",
  source: "toronto-bodysafe",
  sourceRecord: "4711",
  snapshotOn: "2025-03-08",
  isSample: false,
  infractions: [
    {
      severity: "significant",
      category: "Hand hygiene",
      text: "Personal service setting - fail to ensure hands are washed. Reg. Subsec. 8 (4)",
      citation: null,
      action: null,
      services: [],
    },
  ],
};

const told = (source: string) =>
  withRegisterWords({ ...EMPTY_PROFILE, listing: { source, record: "1", snapshotOn: "2025-03-08" } });

describe("what a page says of a register", () => {
  it("its infractions read in plain words, with the rule apart", () => {
    const [inspection] = withRegisterWords({ ...EMPTY_PROFILE, inspections: [INSPECTION] }).inspections;
    expect(inspection?.infractions[0]).toMatchObject({
      text: "Failed to ensure hands are washed",
      citation: "Reg. Subsec. 8 (4)",
    });
  });

  it("a register is credited once, in the words its licence asks for", () => {
    const { registers } = withRegisterWords({
      ...EMPTY_PROFILE,
      inspections: [INSPECTION, { ...INSPECTION, outcome: "pass" }],
    });
    expect(registers).toHaveLength(1);
    expect(registers[0]?.credit).toContain("Open Government Licence");
  });

  it("a list that somebody brought is no public register", () => {
    expect(told("list:Northfold Academy").registers[0]).toMatchObject({ title: "Northfold Academy", isList: true });
    expect(told("toronto-bodysafe").registers[0]?.isList).toBe(false);
  });

  it("a register that nobody described still has a readable name", () => {
    expect(told("sample-register").registers[0]?.title).toBe("Sample register");
  });
});
