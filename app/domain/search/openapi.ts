import { z } from "zod";
import { apiEvidence, apiInspection, apiRegister } from "#app/domain/criteria/criteria-api.ts";
import { apiPhoto } from "#app/domain/media/photo-api.ts";
import { apiCase } from "#app/domain/portfolio/case-api.ts";
import { apiCard } from "#app/domain/profiles/card-api.ts";
import { apiPremises } from "#app/domain/profiles/premises-api.ts";
import { apiPriceBand, apiPricePaid } from "#app/domain/profiles/price-api.ts";
import { apiReviews } from "#app/domain/profiles/reviews-api.ts";
import { apiTechnician } from "#app/domain/profiles/technician-api.ts";
import { apiRating } from "#app/domain/reviews/rating-api.ts";
import { apiReview } from "#app/domain/reviews/review-api.ts";
import {
  IF_NONE_MATCH,
  REVIEW_PARAMETERS,
  SEARCH_PARAMETERS,
  SLUG_PARAMETER,
} from "#app/domain/search/api-parameters.ts";
import type { ApiParameter } from "#app/domain/search/api-parameters.ts";
import { apiSearch } from "#app/domain/search/search-api.ts";
import { apiError } from "#app/platform/api-error.ts";

/*
 * The description of the API, made from the same schemas that give the answers their types, so that neither can
 * change without the other.
 */

const SCHEMAS = {
  Search: apiSearch,
  TechnicianCard: apiCard,
  Technician: apiTechnician,
  Reviews: apiReviews,
  Review: apiReview,
  Rating: apiRating,
  Evidence: apiEvidence,
  Inspection: apiInspection,
  Register: apiRegister,
  Premises: apiPremises,
  PriceBand: apiPriceBand,
  PricePaid: apiPricePaid,
  Case: apiCase,
  Photo: apiPhoto,
  Error: apiError,
} as const;

const refTo = (id: string) => `#/components/schemas/${id}`;

function componentSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: refTo, io: "output" });
  // An id with a fragment is not allowed in this dialect, and the place in the document says it anyway.
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  );
}

const json = (id: keyof typeof SCHEMAS) => ({ "application/json": { schema: { $ref: refTo(id) } } });
const text = { schema: { type: "string" } };

const NOT_MODIFIED = {
  description: "The answer you have is still the same.",
  headers: { ETag: { description: "The tag of the answer.", ...text } },
};
const MOVED = {
  description: "The technician has another slug now.",
  headers: { Location: { description: "The current address in this API.", ...text } },
};
const TOO_MANY = {
  description: "More requests came from your address than one person makes: a page for people, not JSON.",
  headers: { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } },
  content: { "text/html": text },
};
const error = (description: string) => ({ description, content: json("Error") });
const found = (description: string, id: keyof typeof SCHEMAS) => ({
  description,
  headers: {
    ETag: { description: "A strong tag: send it in If-None-Match the next time.", ...text },
    "Cache-Control": { description: "Keep it as long as you ask every time whether it is still the same.", ...text },
  },
  content: json(id),
});

function read(
  operationId: string,
  summary: string,
  description: string,
  parameters: readonly ApiParameter[],
  responses: Record<string, object>,
) {
  return {
    get: {
      operationId,
      summary,
      description,
      parameters: [...parameters, IF_NONE_MATCH],
      responses: {
        ...responses,
        "304": NOT_MODIFIED,
        "429": TOO_MANY,
        "500": error("Something went wrong here, and was reported."),
      },
    },
  };
}

const NO_TECHNICIAN = error("No technician is shown under this slug.");

/** The OpenAPI 3.1 document of the API served at `origin`. */
export function openApiDocument(origin: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Hairline",
      version: "1.0.0",
      summary: "Scalp micropigmentation technicians with what can be checked of them.",
      description:
        "The same facts as the pages, read only and without a key. Days are calendar days, amounts are minor units of their currency, texts are plain text. GET and HEAD are answered. Where a `credit` is told, its licence asks you to show it.",
    },
    servers: [{ url: origin }],
    paths: {
      "/api/v1/technicians": read(
        "searchTechnicians",
        "Search technicians",
        "The search page for the same parameters. Different parameters combine with AND. Values that mean nothing are left out and told in `ignored`.",
        SEARCH_PARAMETERS,
        {
          "200": found("The matches, also when there are none.", "Search"),
          "503": {
            ...error("Search is not available right now."),
            headers: { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } },
          },
        },
      ),
      "/api/v1/technicians/{slug}": read(
        "getTechnician",
        "One technician",
        "What the profile page shows, as of today: what has run out says so.",
        [SLUG_PARAMETER],
        { "200": found("The technician.", "Technician"), "301": MOVED, "404": NO_TECHNICIAN },
      ),
      "/api/v1/technicians/{slug}/reviews": read(
        "listReviews",
        "Reviews of a technician",
        "The page of reviews for the same parameters, which combine with AND.",
        [SLUG_PARAMETER, ...REVIEW_PARAMETERS],
        { "200": found("One page of reviews, newest first.", "Reviews"), "301": MOVED, "404": NO_TECHNICIAN },
      ),
    },
    components: { schemas: componentSchemas() },
  };
}
