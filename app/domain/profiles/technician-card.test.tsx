import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { TechnicianCard as Card } from "#app/domain/profiles/card.ts";
import { TechnicianCard } from "#app/domain/profiles/technician-card.tsx";

const CARD: Card = {
  slug: "mara-okafor",
  name: "Mara Okafor",
  isUnclaimed: false,
  isSample: false,
  studio: "Fine Point",
  city: "Toronto",
  region: "Ontario",
  countryCode: "CA",
  distanceKm: 3.2,
  states: {
    understanding: "self_declared",
    authorization: "checked",
    sterile: "none_provided",
    dedication: "self_declared",
    portfolio: "checked",
    training: "expired",
  },
  reviewCount: 37,
  ratingMean: 4.62,
  ratingCounts: [1, 0, 2, 6, 28],
  priceFrom: { amount: 180000, currency: "CAD" },
  treatments: ["hairline", "crown", "density", "temporary_smp", "corrective"],
  photo: null,
  inspectionNotice: null,
};

function text(card: Partial<Card>, unit: "km" | "mi" = "km") {
  return renderToStaticMarkup(<TechnicianCard card={{ ...CARD, ...card }} unit={unit} />).replace(/<[^>]*>/g, "|");
}

describe("technician card", () => {
  it("leads to the profile from its heading", () => {
    const html = renderToStaticMarkup(<TechnicianCard card={CARD} unit="km" headingLevel={3} />);
    expect(html).toMatch(/<h3[^>]*><a href="\/technicians\/mara-okafor">Mara Okafor<\/a><\/h3>/);
  });
  it("says the distance in the reader's unit, and none without a place to measure from", () => {
    expect(text({})).toContain("Toronto, Ontario · 3.2 km away");
    expect(text({}, "mi")).toContain("2 mi away");
    expect(text({ distanceKm: null })).not.toContain("away");
  });
  it("names what is checked in words, and nothing that has expired", () => {
    expect(text({})).toContain("Checked: authorised, track record|");
  });
  it("gives the mean only with its count and distribution", () => {
    expect(text({})).toContain("4.6| out of 5 · 37 reviews");
    expect(renderToStaticMarkup(<TechnicianCard card={CARD} unit="km" />)).toContain(
      'aria-label="1 star: 1, 2 stars: 0',
    );
    expect(text({ reviewCount: 0, ratingMean: null, ratingCounts: [0, 0, 0, 0, 0] })).toContain("No reviews yet");
  });
  it("warns that fewer than five reviews are few", () => {
    expect(text({ reviewCount: 4 })).toContain("few reviews (4)");
    expect(text({ reviewCount: 5 })).toContain("5 reviews");
  });
  it("shows three treatments and says how many more there are", () => {
    expect(text({})).toContain("Hairline · Crown · Density in thinning hair · 2 more");
  });
  it("says that an unclaimed listing may not offer SMP at all", () => {
    expect(text({ isUnclaimed: true })).toContain("not claimed; may or may not offer SMP");
    expect(text({})).not.toContain("not claimed");
  });
  it("shows an inspection that was not passed, with its day", () => {
    const notice = { outcome: "conditional_pass", inspectedOn: "2024-03-03" } as const;
    expect(text({ inspectionNotice: notice })).toContain("Latest inspection: conditional pass, 3 March 2024");
  });
  it("marks invented technicians as sample", () => {
    expect(text({ isSample: true })).toContain("|Sample|");
    expect(text({})).not.toContain("Sample");
  });
  it("reserves the picture's room and loads it late unless it is in view at once", () => {
    const photo = {
      key: "k",
      width: 960,
      height: 720,
      placeholderColour: "#aaaaaa",
      stage: "healed",
      alt: "Hair",
    } as const;
    const html = renderToStaticMarkup(<TechnicianCard card={{ ...CARD, photo }} unit="km" />);
    expect(html).toContain('width="960" height="720"');
    expect(html).toContain('loading="lazy"');
    expect(renderToStaticMarkup(<TechnicianCard card={{ ...CARD, photo }} unit="km" eager />)).toContain(
      'loading="eager"',
    );
  });
});
