import { reviewRow } from "../factories/review-row.ts";
import { userRow } from "../factories/user-row.ts";
import { stageOf } from "#app/domain/media/photo.ts";
import { ATTESTATION_VERSION } from "#app/domain/reviews/attestation.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { PhotoStage, ProofLevel, ReviewStatus } from "#app/platform/generated/prisma/enums.ts";
import { SAMPLE_CLIENT_ID } from "./accounts.ts";
import { COUNTRY_FACTS } from "./countries.ts";
import { addDays, startOfDay } from "./days.ts";
import { drawPricePaid } from "./make-prices.ts";
import { makeDisplayName } from "./names.ts";
import { phrase, Picker } from "./phrase.ts";
import type { Facts } from "./phrase.ts";
import { CONCERNS_OF } from "./plan-technicians.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import { makeRandom, sampleId } from "./random.ts";
import type { Random } from "./random.ts";
import { drawRecommendation, drawSessions, drawStars, drawSubRatings, makeFacts } from "./review-facts.ts";
import { INCENTIVE_NOTES } from "./texts/moderation.ts";
import type { Stars } from "./texts/result.ts";
import { textKey, writeReview } from "./write-review.ts";

export type SampleReview = Prisma.ReviewCreateManyInput & { id: string; status: ReviewStatus };
/** A review with what its thread (follow-ups, reply, decisions) is made from. */
export type DraftedReview = { row: SampleReview; plan: TechnicianPlan; stars: Stars; facts: Facts };

/** How many reviews of each state there are besides the published ones. */
const OTHER_STATES: readonly (readonly [ReviewStatus, number])[] = [
  ["draft", 12],
  ["awaiting_contact", 10],
  ["pending", 26],
  ["in_review", 5],
  ["changes_requested", 10],
  ["under_investigation", 6],
  ["rejected", 32],
  ["removed", 9],
  ["appealed", 6],
  ["rejected_final", 4],
  ["withdrawn", 12],
];
/** The reviews of the sample client, one in each of these states. */
const CLIENT_STATES: readonly ReviewStatus[] = [
  "published",
  "published",
  "pending",
  "changes_requested",
  "draft",
  "rejected",
  "draft",
];
const NOT_YET_DECIDED: readonly ReviewStatus[] = ["draft", "awaiting_contact", "pending", "in_review"];

export function stageAt(days: number): Exclude<PhotoStage, "before"> {
  const stage = stageOf(days);
  return stage === "before" ? "fresh" : stage;
}

function drawSubmittedAt(plan: TechnicianPlan, status: ReviewStatus, today: Date, random: Random): Date {
  const hours = random.int(6, 22) / 24 + random.int(0, 59) / 1440;
  if (NOT_YET_DECIDED.includes(status))
    return addDays(startOfDay(today), -random.int(1, status === "draft" ? 40 : 4) + hours - 0.9);
  // An appeal that waits is days old, not years.
  if (status === "appealed") return addDays(startOfDay(today), -random.int(8, 14) + hours);
  const first = plan.createdAt.getTime() + 12 * 86_400_000;
  const last = today.getTime() - (status === "published" ? 6 : 20) * 86_400_000;
  const share = 1 - (1 - random.next()) ** 0.8;
  return addDays(startOfDay(new Date(Math.max(first, first + (last - first) * share))), hours);
}

function drawTreatment(plan: TechnicianPlan, random: Random): Treatment {
  const offered = plan.treatments.filter((treatment) => treatment !== "fading_referral");
  return random.weighted(
    (offered.length > 0 ? offered : (["full_shaved_look"] as const)).map(
      (treatment) =>
        [
          treatment,
          treatment === "full_shaved_look" || treatment === "hairline" || treatment === "density" ? 3 : 1.6,
        ] as const,
    ),
  );
}

type Desk = { random: Random; picker: Picker; today: Date; taken: Set<string>; licensed: ReadonlySet<string> };

function draftReview(
  id: string,
  plan: TechnicianPlan,
  status: ReviewStatus,
  authorId: string | null,
  desk: Desk,
): DraftedReview {
  const { random, picker, today } = desk;
  const stars =
    status === "rejected" || status === "removed"
      ? random.pick<Stars>([1, 2, 5, 5, 4, 3])
      : drawStars(plan.quality, random);
  const treatment = drawTreatment(plan, random);
  const concern = random.weighted(CONCERNS_OF[treatment]);
  const submittedAt = drawSubmittedAt(plan, status, today, random);
  const daysSince = random.weighted([
    [random.int(5, 27), 12],
    [random.int(28, 182), 45],
    [random.int(183, 729), 34],
    [random.int(730, 1_150), 9],
  ]);
  const needleOpened = random.weighted([
    [true, stars >= 4 ? 66 : 44],
    [false, stars >= 4 ? 9 : 26],
    [null, 25],
  ]);
  const subRatings = drawSubRatings(stars, needleOpened, random);
  const sessions = drawSessions(treatment, random);
  const pricePaid = random.chance(0.46) ? drawPricePaid(plan, treatment, random) : null;
  const facts = makeFacts(
    plan,
    { treatment, sessions, daysSince, pricePaid, needleOpened, hasLicence: desk.licensed.has(plan.id) },
    random,
  );
  const mentionsConcern = random.chance(0.62);
  const words = writeReview(
    {
      stars,
      country: plan.city.country,
      treatment,
      concern,
      mentionsConcern,
      needleOpened,
      sterile: subRatings.sterile,
      stage: stageAt(daysSince),
      facts,
    },
    picker,
    random,
    (key) => desk.taken.has(key),
  );
  desk.taken.add(textKey(words.text));
  const isSent = status !== "draft";
  const isIncentivised = random.chance(0.025);
  const proofLevel: ProofLevel =
    status === "draft" || status === "awaiting_contact"
      ? "unconfirmed"
      : random.weighted([
          ["confirmed", 48],
          ["document_checked", 10],
          ["contact_confirmed", 28],
          ["unconfirmed", 14],
        ]);
  const row = reviewRow({
    id,
    technicianId: plan.id,
    authorId,
    status,
    overall: stars,
    ...subRatings,
    wouldRecommend: drawRecommendation(stars, random),
    needleOpened,
    treatment,
    concern: mentionsConcern ? concern : null,
    sessions: random.chance(0.85) ? sessions : null,
    pricePaid,
    currency: pricePaid === null ? null : COUNTRY_FACTS[plan.city.country].currency,
    lastSessionOn: startOfDay(addDays(submittedAt, -daysSince)),
    ...words,
    attestationVersion: isSent ? ATTESTATION_VERSION : null,
    relationship: random.chance(0.01) ? "friend_or_family" : "none",
    isIncentivised,
    incentiveNote: isIncentivised ? phrase(random.pick(INCENTIVE_NOTES), {}, random) : null,
    proofLevel,
    isSample: true,
    createdAt: submittedAt,
  });
  return { row: { ...row, status }, plan, stars, facts };
}

/**
 * All reviews with their authors, still undated as to decisions (dateReviews does that). `licensed`: technicians with
 * a checked authorisation, the only ones whose clients may say that they looked a number up.
 */
export function makeReviews(
  plans: readonly TechnicianPlan[],
  today: Date,
  licensed: ReadonlySet<string>,
): { authors: Prisma.UserCreateManyInput[]; reviews: DraftedReview[] } {
  const random = makeRandom("reviews");
  const desk: Desk = { random, picker: new Picker(random.fork("words")), today, taken: new Set(), licensed };
  const authors: Prisma.UserCreateManyInput[] = [];
  const reviews: DraftedReview[] = [];
  const people = makeRandom("authors");
  const makeAuthor = (plan: TechnicianPlan): string | null => {
    const former = authors[authors.length - 30];
    if (former?.id !== undefined && people.chance(0.05)) return former.id;
    if (people.chance(0.02)) return null;
    const id = sampleId("author", authors.length);
    authors.push(
      userRow({
        id,
        email: `c${String(authors.length).padStart(4, "0")}@people.sample.hairline`,
        displayName: makeDisplayName(plan.city.country, people),
        isSample: true,
        createdAt: addDays(plan.createdAt, -1),
      }),
    );
    return id;
  };
  const readers = plans.filter((plan) => plan.status === "published" && plan.publishedReviews >= 4);
  const others = OTHER_STATES.flatMap(([status, count]) =>
    Array.from({ length: count }, () => ({
      status,
      plan: random.pick(readers),
      authorId: undefined as string | null | undefined,
    })),
  );
  const hosts = random.sample(
    readers.filter((plan) => plan.city.country === "GB"),
    CLIENT_STATES.length,
  );
  CLIENT_STATES.forEach((status, index) => {
    const plan = hosts[index];
    if (plan) others.push({ status, plan, authorId: SAMPLE_CLIENT_ID });
  });

  for (const plan of plans) {
    desk.picker.turnPage();
    for (let index = 0; index < plan.publishedReviews; index += 1) {
      reviews.push(draftReview(sampleId("review", plan.slug, index), plan, "published", makeAuthor(plan), desk));
    }
    for (const [index, other] of others.entries()) {
      if (other.plan !== plan) continue;
      const authorId = other.authorId === undefined ? makeAuthor(plan) : other.authorId;
      reviews.push(draftReview(sampleId("review", "other", index), plan, other.status, authorId, desk));
    }
  }
  return { authors, reviews };
}
