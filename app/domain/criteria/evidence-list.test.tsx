import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { EvidenceList, evidenceStateWords } from "#app/domain/criteria/evidence-list.tsx";
import type { PublicEvidence } from "#app/domain/criteria/evidence-fact.ts";
import { InspectionTimeline } from "#app/domain/criteria/inspection-timeline.tsx";

const LICENCE: PublicEvidence = {
  id: "0",
  criterion: "authorization",
  kind: "authorization",
  status: "verified",
  isExpiring: false,
  issuedOn: "2025-01-02",
  expiresOn: "2027-01-01",
  noExpiryReason: null,
  source: "Council register",
  sourceUrl: "https://example.org/register",
  checkedOn: "2026-03-03",
  checkedBy: "Mara",
  title: "Tattoo studio licence",
  details: [{ label: "Number", value: "SP-77" }],
  isNotRequired: false,
};

function shown(overrides: Partial<PublicEvidence>): string {
  return renderToStaticMarkup(<EvidenceList evidence={[{ ...LICENCE, ...overrides }]} />);
}

describe("a row of evidence", () => {
  it("says the fact, its source, who checked it, when, and until when", () => {
    const html = shown({});
    for (const words of [
      "Tattoo studio licence",
      "Council register",
      "3 March 2026, by Mara, moderator",
      "1 January 2027",
      "SP-77",
    ]) {
      expect(html).toContain(words);
    }
  });

  it("V-03: its link gives the source no standing and no handle on this page", () => {
    expect(shown({})).toContain('href="https://example.org/register" rel="nofollow ugc noopener"');
  });

  it.each([
    [{}, "Checked", "checked"],
    [{ isExpiring: true, expiresOn: "2026-12-03" }, "Checked, expires on 3 December 2026", "amber"],
    [{ status: "expired", expiresOn: "2026-02-01" }, "Expired on 1 February 2026", "amber"],
    [{ status: "expired", expiresOn: null }, "Expired", "amber"],
    [{ status: "declared" }, "Self-declared", "plain"],
    [{ status: "in_check" }, "Being checked", "plain"],
    [{ isNotRequired: true }, "Not required here", "plain"],
  ] as const)("%j reads as “%s”", (overrides, words, tone) => {
    expect(evidenceStateWords({ ...LICENCE, ...overrides })).toEqual({ words, tone });
  });

  it("no expiry under a regime and an unknown expiry read differently", () => {
    expect(shown({ expiresOn: null, noExpiryReason: "none_under_regime" })).toContain("No expiry under this regime");
    expect(shown({ expiresOn: null, noExpiryReason: "unknown" })).toContain("Expiry unknown");
  });

  it("nobody asks until when a course was taken", () => {
    const html = shown({ kind: "training", expiresOn: null, noExpiryReason: "unknown" });
    expect(html).not.toContain("Expires");
    expect(html).toContain("Completed");
  });

  it("what was only declared never looks as if somebody had checked it", () => {
    const html = shown({ status: "declared", checkedOn: null, checkedBy: null });
    expect(html).toContain("own statement");
    expect(html).not.toContain("chip-checked");
  });

  it("a fact from a register names no moderator", () => {
    expect(shown({ checkedBy: null })).toContain("3 March 2026, at the source");
  });

  it("nothing at all says so", () => {
    expect(renderToStaticMarkup(<EvidenceList evidence={[]} />)).toContain("None provided.");
  });

  it("V-02: markup in a text stays text", () => {
    expect(shown({ title: "<img src=x onerror=alert(1)>" })).not.toContain("<img");
  });
});

describe("the timeline of inspections", () => {
  it("says what was found in words, and credits the register with its date", () => {
    const html = renderToStaticMarkup(
      <InspectionTimeline
        inspections={[
          {
            inspectedOn: "2024-03-03",
            outcome: "closed",
            services: ["Tattooing"],
            premisesName: "Ink and Water",
            source: "toronto-bodysafe",
            sourceRecord: "1",
            snapshotOn: "2025-03-08",
            isSample: false,
            infractions: [
              {
                severity: "crucial",
                category: "Hygiene",
                text: "Failed to sterilise",
                citation: "Reg. 8 (4)",
                action: "Closure",
                services: [],
              },
            ],
          },
        ]}
        credits={[
          {
            source: "toronto-bodysafe",
            title: "Toronto BodySafe",
            isList: false,
            credit: "Contains information under a licence.",
            url: "https://example.org/",
          },
        ]}
      />,
    );
    for (const words of [
      "3 March 2024",
      "Closed",
      "Failed to sterilise",
      "Crucial",
      "Closure",
      "8 March 2025",
      "Contains information under a licence.",
    ]) {
      expect(html).toContain(words);
    }
    // A closure is not folded away.
    expect(html).toMatch(/<details[^>]* open/);
  });
});
