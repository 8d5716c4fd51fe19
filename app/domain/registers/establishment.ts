import type { Day } from "#app/domain/criteria/evidence.ts";
import type { InspectionOutcome } from "#app/domain/criteria/criterion.ts";
import { bareTechnician, SEVERITIES } from "#app/domain/registers/listing.ts";
import type { ListedInfraction, ListedPremises, Listing, Severity } from "#app/domain/registers/listing.ts";

/**
 * One row of a register: an establishment, and what one inspection found about one of its services. Rows of an
 * establishment add up to the same listing in whatever order, and however often, they come.
 */
export type RegisterFact = {
  record: string;
  /** True when the row's service is one that puts its establishment in this directory. */
  isRelevant: boolean;
  premises: ListedPremises;
  inspection: {
    inspectedOn: Day;
    outcome: InspectionOutcome;
    service: string;
    infraction: { severity: Severity; category: string; text: string; action: string | null } | null;
  };
};

type OpenInfraction = {
  severity: Severity;
  category: string;
  text: string;
  actions: Set<string>;
  services: Set<string>;
};
type OpenInspection = {
  inspectedOn: Day;
  outcome: InspectionOutcome;
  services: Set<string>;
  infractions: Map<string, OpenInfraction>;
};

/** An establishment whose rows are being added up. */
export type Establishment = {
  record: string;
  premises: ListedPremises;
  describedOn: Day;
  inspections: Map<string, OpenInspection>;
};

export function openEstablishment(fact: RegisterFact): Establishment {
  const opened = {
    record: fact.record,
    premises: fact.premises,
    describedOn: fact.inspection.inspectedOn,
    inspections: new Map<string, OpenInspection>(),
  };
  addFact(opened, fact);
  return opened;
}

/** Adds a row of the same establishment. Where rows describe the place differently, the latest inspected counts. */
export function addFact(establishment: Establishment, fact: RegisterFact): void {
  const { inspectedOn, outcome, service, infraction } = fact.inspection;
  if (describesBetter(fact, establishment)) {
    establishment.premises = fact.premises;
    establishment.describedOn = inspectedOn;
  }
  const key = `${inspectedOn} ${outcome}`;
  const inspection: OpenInspection = establishment.inspections.get(key) ?? {
    inspectedOn,
    outcome,
    services: new Set(),
    infractions: new Map(),
  };
  establishment.inspections.set(key, inspection);
  inspection.services.add(service);
  if (!infraction) return;
  const infractionKey = sameInfractionKey(infraction);
  const known: OpenInfraction = inspection.infractions.get(infractionKey) ?? {
    severity: infraction.severity,
    category: infraction.category,
    text: infraction.text,
    actions: new Set(),
    services: new Set(),
  };
  inspection.infractions.set(infractionKey, known);
  known.severity = gravest(known.severity, infraction.severity);
  if (infraction.category < known.category) known.category = infraction.category;
  if (infraction.text < known.text) known.text = infraction.text;
  known.services.add(service);
  if (infraction.action !== null) known.actions.add(infraction.action);
}

/** The same words, whatever became of their dashes, case and accents on the way: damage must not double a finding. */
export function sameInfractionKey({ category, text }: { category: string; text: string }): string {
  const fold = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return `${fold(category)}\n${fold(text)}`;
}

export function listingOf(establishment: Establishment): Listing {
  return {
    record: establishment.record,
    technician: bareTechnician(establishment.premises.name),
    premises: establishment.premises,
    inspections: [...establishment.inspections.values()].map(({ inspectedOn, outcome, services, infractions }) => ({
      inspectedOn,
      outcome,
      services: [...services].sort(),
      infractions: [...infractions.values()].map(closeInfraction),
    })),
  };
}

function closeInfraction({ severity, category, text, actions, services }: OpenInfraction): ListedInfraction {
  const action = [...actions].sort().join("; ");
  return { severity, category, text, action: action === "" ? null : action, services: [...services].sort() };
}

function gravest(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b;
}

function describesBetter(fact: RegisterFact, known: Establishment): boolean {
  const { inspectedOn } = fact.inspection;
  if (inspectedOn !== known.describedOn) return inspectedOn > known.describedOn;
  return JSON.stringify(fact.premises) < JSON.stringify(known.premises);
}
