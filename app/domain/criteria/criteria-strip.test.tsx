import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CriteriaStrip } from "#app/domain/criteria/criteria-strip.tsx";
import { CRITERION_STATES } from "#app/domain/criteria/criterion.ts";
import type { CriterionState, CriterionStates } from "#app/domain/criteria/criterion.ts";

const STATES: CriterionStates = {
  understanding: "self_declared",
  authorization: "checked",
  sterile: "expired",
  dedication: "being_checked",
  portfolio: "none_provided",
  training: "not_required",
};
const NAMES = [
  "Understands hair loss: self-declared",
  "Authorised: checked",
  "Sterile environment: expired",
  "Enthusiastic about SMP: being checked",
  "Track record: none provided",
  "Trained by the best: not required here",
];

describe("criteria strip", () => {
  it("names all six criteria with their state, in order, on a card", () => {
    const html = renderToStaticMarkup(<CriteriaStrip states={STATES} size="card" />);
    expect([...html.matchAll(/<title>(.*?)<\/title>/g)].map((match) => match[1])).toEqual(NAMES);
  });
  it("shows name and state as text on a profile", () => {
    const html = renderToStaticMarkup(<CriteriaStrip states={STATES} size="profile" />);
    const texts = [...html.matchAll(/<li>(.*?)<\/li>/g)].map((match) =>
      match[1]?.replace(/<[^>]*>/g, "").toLowerCase(),
    );
    expect(texts).toEqual(NAMES.map((name) => name.toLowerCase()));
  });
  it("leads from each criterion to its section where there is one", () => {
    const html = renderToStaticMarkup(
      <CriteriaStrip states={STATES} size="profile" sectionHref={(criterion) => `#${criterion}`} />,
    );
    expect(html).toContain('<a href="#authorization">Authorised</a>');
  });
  it("gives no two states the same look, even without colour", () => {
    const looks = (Object.keys(CRITERION_STATES) as CriterionState[]).map((state) => {
      const html = renderToStaticMarkup(<CriteriaStrip states={{ ...STATES, training: state }} size="card" />);
      return /<path[^>]*>(?=<title>Trained)/.exec(html)?.[0];
    });
    expect(new Set(looks).size).toBe(looks.length);
  });
});
