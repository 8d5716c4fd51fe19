import { associationRow, authorizationRow, hygieneRow, trainingRow } from "../factories/evidence-row.ts";
import type { HygieneKind } from "#app/platform/generated/prisma/enums.ts";
import { addDays, startOfDay } from "./days.ts";
import { EvidenceDesk } from "./evidence-desk.ts";
import type { EvidenceCase, EvidenceRows, Validity } from "./evidence-desk.ts";
import type { Profiles } from "./make-profiles.ts";
import type { TechnicianPlan, Tier } from "./plan-technicians.ts";
import { SAMPLE_TECHNICIAN_ID } from "./accounts.ts";
import { makeRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { REGIMES } from "../reference/regimes.ts";
import type { ReferenceRegime } from "../reference/regime.ts";
import { ASSOCIATIONS, INSURERS, NEEDLES, SCHOOLS } from "./schools.ts";

type Odds = readonly (readonly [EvidenceCase | "nothing", number])[];
const ODDS: Record<Tier, Odds> = {
  strong: [
    ["verified", 72],
    ["expiring", 9],
    ["submitted", 5],
    ["in_check", 3],
    ["expired_yesterday", 2],
    ["lapsed_overnight", 2],
    ["superseded", 5],
    ["nothing", 2],
  ],
  ordinary: [
    ["verified", 42],
    ["expiring", 6],
    ["submitted", 8],
    ["in_check", 4],
    ["declared", 14],
    ["needs_better_copy", 4],
    ["expired", 6],
    ["expired_yesterday", 2],
    ["withdrawn", 1],
    ["rejected", 2],
    ["nothing", 11],
  ],
  thin: [
    ["nothing", 48],
    ["declared", 26],
    ["submitted", 7],
    ["expired", 7],
    ["verified", 7],
    ["rejected", 3],
    ["needs_better_copy", 2],
  ],
};

function drawCase(plan: TechnicianPlan, random: Random): EvidenceCase | "nothing" {
  if (plan.ownerId === SAMPLE_TECHNICIAN_ID) return "verified";
  return random.weighted(ODDS[plan.status === "draft" ? "thin" : plan.tier]);
}

/** A replaced paper always comes with the one that replaced it. */
function addPaper(desk: EvidenceDesk, situation: EvidenceCase, add: (situation: EvidenceCase) => string): void {
  const id = add(situation);
  if (situation === "superseded") desk.supersede(id, add("verified"));
}

function authorityOf(regime: ReferenceRegime, plan: TechnicianPlan): string {
  const { city } = plan;
  switch (city.country) {
    case "GB":
      return city.name === "London" ? "London borough council" : `${city.name} City Council`;
    case "US":
      return regime.key === "us-tx" || regime.key === "us-fl"
        ? `${city.region ?? ""} health department`.trim()
        : `${city.name} local health department`;
    case "NL":
      return `GGD, ${city.name}`;
    case "CA":
      return `${city.name} public health`;
    default:
      return `${city.name} council`;
  }
}

function addAuthorizations(
  desk: EvidenceDesk,
  plan: TechnicianPlan,
  premisesId: string | undefined,
  random: Random,
): void {
  const regime = REGIMES.find(({ key }) => key === plan.city.regime);
  if (!regime) return;
  if (regime.holders.length === 0) {
    if (!random.chance(0.8)) return;
    const evidenceId = desk.add(plan, "authorization", "verified", "none", {
      issuedOn: null,
      source: regime.sourceName,
      sourceUrl: regime.sourceUrl,
    });
    desk.rows.authorizations.push(
      authorizationRow({
        evidenceId,
        regimeKey: regime.key,
        holder: "person",
        authority: "None issues one",
        number: null,
        notRequired: true,
        reason: "No registration or licence exists for this work here, according to the Health Service Executive.",
      }),
    );
    return;
  }
  const wanted =
    regime.holders.length === 2 && (plan.tier === "strong" || random.chance(0.35))
      ? regime.holders
      : [random.pick(regime.holders)];
  for (const holder of wanted) {
    const situation = drawCase(plan, random);
    if (situation === "nothing" || (holder === "premises" && premisesId === undefined)) continue;
    // Where a source names no term, the paper itself mostly carries a date.
    const validity: Validity =
      regime.validity === "unknown"
        ? random.chance(0.6)
          ? { months: 24 }
          : "unknown"
        : regime.validity === "dated"
          ? { months: 24 }
          : regime.validity;
    addPaper(desk, situation, (state) => {
      const isChecked = state === "verified" || state === "expiring" || state === "lapsed_overnight";
      const evidenceId = desk.add(plan, "authorization", state, validity, {
        source: isChecked
          ? regime.registerUrl
            ? "Found in the public register"
            : "Certificate seen; number confirmed with the authority"
          : null,
        sourceUrl: isChecked ? regime.registerUrl : null,
      });
      desk.rows.authorizations.push(
        authorizationRow({
          evidenceId,
          regimeKey: regime.key,
          holder,
          premisesId: holder === "premises" ? premisesId : null,
          authority: authorityOf(regime, plan),
          number: `${holder === "person" ? "P" : "E"}${random.int(10, 26)}-${random.int(1_000, 9_999)}`,
        }),
      );
      return evidenceId;
    });
  }
}

const HYGIENE: readonly (readonly [HygieneKind, Record<Tier, number>, Validity])[] = [
  ["bloodborne_pathogen_certificate", { strong: 0.9, ordinary: 0.65, thin: 0.3 }, { months: 12 }],
  ["infection_control_award", { strong: 0.45, ordinary: 0.25, thin: 0.05 }, "none"],
  ["single_use_declaration", { strong: 0.85, ordinary: 0.6, thin: 0.35 }, { months: 12 }],
  ["autoclave_spore_test", { strong: 0.15, ordinary: 0.1, thin: 0.02 }, { days: 31 }],
  ["sharps_contract", { strong: 0.5, ordinary: 0.3, thin: 0.1 }, { months: 12 }],
  ["insurance_certificate", { strong: 0.85, ordinary: 0.55, thin: 0.2 }, { months: 12 }],
];
function hygieneDetail(kind: HygieneKind, random: Random): string | null {
  if (kind === "single_use_declaration") return `${random.pick(NEEDLES)}, lot ${random.int(20_000, 89_999)}`;
  if (kind === "insurance_certificate") return random.pick(INSURERS);
  return kind === "autoclave_spore_test" ? "Weekly spore test, last result negative" : null;
}

function addHygiene(desk: EvidenceDesk, plan: TechnicianPlan, random: Random): void {
  for (const [kind, share, validity] of HYGIENE) {
    if (!random.chance(plan.ownerId === SAMPLE_TECHNICIAN_ID ? 1 : share[plan.tier])) continue;
    const drawn = drawCase(plan, random);
    const situation =
      drawn === "nothing" || (kind === "single_use_declaration" && random.chance(0.5)) ? "declared" : drawn;
    addPaper(desk, situation, (state) => {
      const evidenceId = desk.add(plan, "hygiene", state, validity, {
        source: state === "verified" ? "Document seen" : null,
      });
      desk.rows.hygiene.push(hygieneRow({ evidenceId, hygieneKind: kind, detail: hygieneDetail(kind, random) }));
      return evidenceId;
    });
  }
}

function addTrainings(desk: EvidenceDesk, plan: TechnicianPlan, random: Random, today: Date): void {
  const wanted =
    plan.tier === "strong" ? random.int(1, 3) : plan.tier === "ordinary" ? random.int(0, 2) : random.int(0, 1);
  const schools = random.sample(
    plan.tier === "thin" ? SCHOOLS : SCHOOLS.filter(({ provider }) => provider !== "Quick Dot Courses"),
    wanted,
  );
  for (const [index, school] of schools.entries()) {
    const [courseName, smpHours, liveModels] = random.pick(school.courses);
    const drawn = drawCase(plan, random);
    // A course that was finished doesn't run out.
    const situation: EvidenceCase =
      drawn === "nothing"
        ? "declared"
        : drawn === "expiring" || drawn === "superseded" || drawn.startsWith("expired") || drawn === "lapsed_overnight"
          ? "verified"
          : drawn;
    const year = Math.min(today.getUTCFullYear() - 1, plan.practisingSince + index * random.int(1, 2));
    const completedOn = startOfDay(new Date(Date.UTC(year, random.int(0, 11), random.int(1, 28))));
    const evidenceId = desk.add(plan, "training", situation, "none", {
      issuedOn: random.chance(0.7) ? completedOn : null,
      source: situation === "verified" ? "Certificate confirmed with the school" : null,
    });
    desk.rows.trainings.push(
      trainingRow({
        evidenceId,
        provider: school.provider,
        trainer: random.chance(0.8) ? random.pick(school.trainers) : null,
        courseName,
        smpHours: random.chance(0.9) ? smpHours : null,
        liveModels: random.chance(0.85) ? liveModels : null,
        completedOn,
      }),
    );
  }
}

function addAssociations(desk: EvidenceDesk, plan: TechnicianPlan, random: Random): void {
  const wanted = plan.tier === "strong" ? random.int(0, 2) : random.chance(0.28) ? 1 : 0;
  for (const name of random.sample(ASSOCIATIONS, wanted)) {
    const drawn = drawCase(plan, random);
    const situation = drawn === "nothing" ? "declared" : drawn;
    const memberSince = Math.min(plan.practisingSince + random.int(0, 4), plan.createdAt.getUTCFullYear());
    const memberNumber = random.chance(0.7) ? String(random.int(1_000, 49_999)) : null;
    addPaper(desk, situation, (state) => {
      const evidenceId = desk.add(
        plan,
        "association",
        state,
        { months: 12 },
        { source: state === "verified" ? "Member list of the association" : null },
      );
      desk.rows.associations.push(associationRow({ evidenceId, name, memberNumber, memberSince }));
      return evidenceId;
    });
  }
}

/** Evidence in every state, for everyone who keeps a profile; unclaimed listings have handed in nothing. */
export function makeEvidence(plans: readonly TechnicianPlan[], profiles: Profiles, today: Date): EvidenceRows {
  const random = makeRandom("evidence");
  const desk = new EvidenceDesk(random.fork("dates"), today);
  for (const plan of plans) {
    if (plan.status === "unclaimed") continue;
    const premisesId = profiles.workplaces.find(
      ({ technicianId, position }) => technicianId === plan.id && position === 0,
    )?.premisesId;
    addAuthorizations(desk, plan, premisesId, random);
    addHygiene(desk, plan, random);
    addTrainings(desk, plan, random, addDays(today, 0));
    addAssociations(desk, plan, random);
  }
  return desk.rows;
}
