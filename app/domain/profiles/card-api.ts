import { z } from "zod";
import { apiCriteria, apiInspectionNotice } from "#app/domain/criteria/criteria-api.ts";
import { apiPhoto, toApiPhoto } from "#app/domain/media/photo-api.ts";
import type { TechnicianCard } from "#app/domain/profiles/card.ts";
import { isUnclaimedValue } from "#app/domain/profiles/technician-api.ts";
import { apiRating, toApiRating } from "#app/domain/reviews/rating-api.ts";
import { technicianApiPath, technicianPath } from "#app/domain/technicians/technician-address.ts";
import { moneyValue, treatmentValue } from "#app/domain/technicians/vocabulary-schema.ts";

export const apiCard = z
  .strictObject({
    self: z.url().describe("Address of the technician in this API, with everything that is known."),
    url: z.url().describe("Address of the profile page."),
    slug: z.string().describe("Names the technician in addresses."),
    name: z.string().describe("The technician, or the place where nobody has claimed the entry."),
    isUnclaimed: isUnclaimedValue,
    isSample: z.boolean().describe("Invented, to try Hairline out."),
    studio: z.string().describe("The place of work: the main one, or the one nearest to the place of the search."),
    city: z.string().describe("Its town or city."),
    region: z.string().nullable().describe("Its state, province or country of the Union."),
    countryCode: z.string().describe("Its country, ISO 3166-1 alpha-2; empty without a place of work."),
    distanceKm: z
      .number()
      .min(0)
      .nullable()
      .describe(
        "Kilometres, to one decimal, from the place of the search to the nearest place of work as the crow flies; null without a place.",
      ),
    criteria: apiCriteria,
    inspectionNotice: apiInspectionNotice
      .nullable()
      .describe("The latest official inspection, when it was not passed."),
    rating: apiRating,
    priceFrom: moneyValue.nullable().describe("The lowest price that is declared; null: none provided."),
    treatments: z.array(treatmentValue).max(3).describe("Up to three treatments, those that were searched for first."),
    photo: apiPhoto.nullable().describe("A published result."),
  })
  .describe("A technician in a list of results, with what the card on the page shows.");
type ApiCard = z.infer<typeof apiCard>;

export function toApiCard(card: TechnicianCard, origin: string): ApiCard {
  return {
    self: `${origin}${technicianApiPath(card.slug)}`,
    url: `${origin}${technicianPath(card.slug)}`,
    slug: card.slug,
    name: card.name,
    isUnclaimed: card.isUnclaimed,
    isSample: card.isSample,
    studio: card.studio,
    city: card.city,
    region: card.region,
    countryCode: card.countryCode,
    distanceKm: card.distanceKm === null ? null : Math.round(card.distanceKm * 10) / 10,
    criteria: card.states,
    inspectionNotice: card.inspectionNotice,
    rating: toApiRating({ count: card.reviewCount, mean: card.ratingMean, counts: card.ratingCounts }),
    priceFrom: card.priceFrom,
    treatments: card.treatments,
    photo: card.photo && toApiPhoto(card.photo, origin),
  };
}
