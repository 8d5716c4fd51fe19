import { z } from "zod";
import {
  apiCriteria,
  apiEvidence,
  apiInspection,
  apiRegister,
  toApiEvidence,
  toApiInspection,
} from "#app/domain/criteria/criteria-api.ts";
import { apiCase, toApiCase } from "#app/domain/portfolio/case-api.ts";
import { stageOfCase } from "#app/domain/portfolio/portfolio-case.ts";
import { apiPremises } from "#app/domain/profiles/premises-api.ts";
import { apiPriceBand, apiPricePaid, toApiPricePaid } from "#app/domain/profiles/price-api.ts";
import type { ProfileView } from "#app/domain/profiles/register-words.ts";
import type { SubRating } from "#app/domain/reviews/rating.ts";
import { apiRating, subRatingQuestions, toApiMean, toApiRating } from "#app/domain/reviews/rating-api.ts";
import { technicianApiPath, technicianPath } from "#app/domain/technicians/technician-address.ts";
import {
  concernValue,
  dayValue,
  eachOf,
  skinTypeValue,
  treatmentValue,
} from "#app/domain/technicians/vocabulary-schema.ts";

/* A technician as the API tells them: what the profile page shows, no more. */

export const isUnclaimedValue = z
  .boolean()
  .describe(
    "The entry is here only because a public register or a list names the place. Nobody has claimed it, and it may or may not offer SMP.",
  );

const words = z.string().nullable();
const count = z.int().min(0);

export const apiTechnician = z
  .strictObject({
    self: z.url().describe("Address of this answer."),
    url: z.url().describe("Address of the profile page."),
    reviewsUrl: z.url().describe("Address of the reviews in this API."),
    slug: z.string().describe("Names the technician in addresses. A former one leads here for good."),
    name: z.string().describe("The technician, or the place where nobody has claimed the entry."),
    isUnclaimed: isUnclaimedValue,
    isSample: z.boolean().describe("Invented, to try Hairline out."),
    listing: z
      .strictObject({
        source: z.string().describe("Key of the register or list; its credit stands in `registers`."),
        snapshotOn: dayValue.describe("The day on which it said so."),
      })
      .nullable()
      .describe("Where an unclaimed entry comes from; null for claimed ones."),
    registers: z
      .array(apiRegister)
      .describe("Sources of the listing and the inspections, with what their licences ask for."),
    pronouns: words.describe("As the technician tells them."),
    bio: z.string().describe("In the technician's own words, plain text; empty: none provided."),
    websiteUrl: words.describe("Web address that the technician gives, http or https."),
    languages: z.array(z.string()).describe("ISO 639-1 codes of the languages a consultation can be held in."),
    treatments: z.array(treatmentValue).describe("What is offered."),
    concerns: z.array(concernValue).describe("What the technician works with."),
    skinTypes: z.array(skinTypeValue).describe("Skin types the technician works on."),
    treatmentWords: z
      .array(z.strictObject({ treatment: treatmentValue, words: z.string().describe("Their own words, plain text.") }))
      .describe("Treatments that the technician describes."),
    practisingSince: z.int().nullable().describe("Year, self-declared."),
    smpShare: z
      .int()
      .min(0)
      .max(100)
      .nullable()
      .describe("Share of the practice that is SMP, per cent, self-declared."),
    hasOwnHairLoss: z.boolean().nullable().describe("Self-declared; null: none provided."),
    understandingStatement: words.describe("On hair loss, in their own words."),
    dedicationStatement: words.describe("On their work, in their own words."),
    answers: z
      .array(
        z.strictObject({
          question: z.string().describe("A question of the trade."),
          answer: z.string().describe("Their own words, plain text."),
        }),
      )
      .describe("Answers to questions of the trade."),
    topUpYears: z
      .strictObject({ min: count.describe("At least."), max: count.describe("At most.") })
      .nullable()
      .describe("After how many years a top-up is usual, says the technician."),
    lastConfirmedOn: dayValue.nullable().describe("The day on which the technician last confirmed the profile."),
    criteria: apiCriteria,
    evidence: z.array(apiEvidence).describe("The facts behind the criteria, strongest first."),
    inspections: z.array(apiInspection).describe("Official inspections, newest first, at most 40."),
    cases: z.array(apiCase).describe("Published cases that show a result."),
    premises: z.array(apiPremises).describe("Places of work, the main one first."),
    priceBands: z.array(apiPriceBand).describe("Prices that the technician declares."),
    pricesPaid: z.array(apiPricePaid).describe("What clients say they paid."),
    rating: apiRating,
    subRatings: eachOf(
      subRatingQuestions,
      z.strictObject({
        mean: z.number().min(1).max(5).nullable().describe("Plain mean with one decimal; null: not rated."),
        answers: count.describe("Reviews that rate it."),
      }),
    ).describe("What clients give by criterion."),
    recommendation: z
      .strictObject({
        yes: count.describe("Clients who would recommend the technician."),
        answers: count.describe("Clients who answered."),
      })
      .describe("Whether clients would recommend the technician."),
    responseTime: z
      .strictObject({
        medianMinutes: count.describe("From an enquiry to the first answer; one without an answer counts as a week."),
        enquiries: count.describe("Enquiries of the last twelve months behind it, at least three."),
      })
      .nullable()
      .describe("How soon enquiries are answered; null: too few to say."),
    invitationShare: z
      .strictObject({
        percent: z.int().min(0).max(100).describe("Invitations to review per treated client."),
        months: z.int().min(1).max(12).describe("Of the last twelve months, those with a count of clients."),
      })
      .nullable()
      .describe("Share of clients invited to review, by the technician's own count of clients; null: no count given."),
  })
  .describe("A technician with everything that the profile page shows.");
export type ApiTechnician = z.infer<typeof apiTechnician>;

export function toApiTechnician(profile: ProfileView, origin: string): ApiTechnician {
  const isUnclaimed = profile.status === "unclaimed";
  const self = `${origin}${technicianApiPath(profile.slug)}`;
  const { listing, rating } = profile;
  const shownSources = [
    ...(isUnclaimed && listing ? [listing.source] : []),
    ...profile.inspections.map(({ source }) => source),
  ];
  return {
    self,
    url: `${origin}${technicianPath(profile.slug)}`,
    reviewsUrl: `${self}/reviews`,
    slug: profile.slug,
    name: profile.name,
    isUnclaimed,
    isSample: profile.isSample,
    listing: isUnclaimed && listing ? { source: listing.source, snapshotOn: listing.snapshotOn } : null,
    registers: profile.registers.filter(({ source }) => shownSources.includes(source)),
    pronouns: profile.pronouns,
    bio: profile.bio,
    websiteUrl: profile.websiteUrl,
    languages: profile.languages,
    treatments: profile.treatments,
    concerns: profile.concerns,
    skinTypes: profile.skinTypes,
    treatmentWords: profile.treatmentWords,
    practisingSince: profile.practisingSince,
    smpShare: profile.smpShare,
    hasOwnHairLoss: profile.hasOwnHairLoss,
    understandingStatement: profile.understandingStatement,
    dedicationStatement: profile.dedicationStatement,
    answers: profile.answers,
    topUpYears: profile.topUpYears,
    lastConfirmedOn: profile.lastConfirmedOn,
    criteria: profile.states,
    evidence: profile.evidence.map(toApiEvidence),
    inspections: profile.inspections.map(toApiInspection),
    cases: profile.cases.filter((item) => stageOfCase(item) !== null).map((item) => toApiCase(item, origin)),
    premises: profile.premises,
    priceBands: profile.priceBands,
    // The page of an unclaimed entry has no section for prices.
    pricesPaid: isUnclaimed ? [] : profile.pricesPaid.map(toApiPricePaid),
    rating: toApiRating(rating),
    subRatings: {
      understanding: subRating(rating, "understanding"),
      sterile: subRating(rating, "sterile"),
      dedication: subRating(rating, "dedication"),
      portfolio: subRating(rating, "portfolio"),
    },
    recommendation: { yes: rating.recommendCount, answers: rating.recommendAnswers },
    responseTime: profile.responseTime,
    invitationShare: profile.invitationShare,
  };
}

function subRating({ subRatings, subRatingAnswers }: ProfileView["rating"], key: SubRating) {
  return { mean: toApiMean(subRatings[key]), answers: subRatingAnswers[key] };
}
