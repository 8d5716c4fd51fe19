import { criterionInSentence, VERIFIABLE_CRITERIA } from "#app/domain/criteria/criterion.ts";
import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import { REVIEW_STAGES } from "#app/domain/reviews/review-filters.ts";
import { CURRENCIES, DEFAULT_RADIUS_KM, MAX_PAGE, RESULT_AGES, SORTS } from "#app/domain/search/search-params.ts";
import { withLabels } from "#app/domain/technicians/vocabulary-schema.ts";
import { CONCERNS, FEATURES, GENDERS, LANGUAGES, SKIN_TYPES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";

/* What can be asked of the API, in the words of OpenAPI. The values are those that the pages read. */

type ValueSchema = {
  type: "string" | "number" | "integer" | "array";
  enum?: readonly (string | number)[];
  items?: ValueSchema;
  [rule: string]: unknown;
};
export type ApiParameter = {
  name: string;
  in: "query" | "path" | "header";
  required?: true;
  description: string;
  style?: "form";
  explode?: true;
  schema: ValueSchema;
};

const one = (name: string, description: string, schema: ValueSchema): ApiParameter => ({
  name,
  in: "query",
  description,
  schema,
});

/** May be given several times: `treatment=hairline&treatment=crown`. */
const several = (name: string, description: string, items: ValueSchema): ApiParameter => ({
  name,
  in: "query",
  description,
  style: "form",
  explode: true,
  schema: { type: "array", items },
});

const choice = (values: readonly string[]): ValueSchema => ({ type: "string", enum: values });
const labelled = (sentence: string, labels: Readonly<Record<string, string>>) => withLabels(sentence, labels);
const verifiable = Object.fromEntries(VERIFIABLE_CRITERIA.map((key) => [key, criterionInSentence(key)]));

export const SLUG_PARAMETER: ApiParameter = {
  name: "slug",
  in: "path",
  required: true,
  description:
    "Names the technician, as in the address of the profile page. A former one answers 301 to the current one.",
  schema: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 80 },
};

export const IF_NONE_MATCH: ApiParameter = {
  name: "If-None-Match",
  in: "header",
  description: "The ETag of an answer you have: you get 304 without a body while it is still the same.",
  schema: { type: "string" },
};

/** Different parameters combine with AND. */
export const SEARCH_PARAMETERS: readonly ApiParameter[] = [
  one("q", "Words: name, studio, place, treatment or concern. All have to match; if nobody matches all, some.", {
    type: "string",
    maxLength: 200,
  }),
  one("near", "A town, a US ZIP code or the start of a Canadian postal code. Wins over `lat` and `lng`.", {
    type: "string",
    maxLength: 200,
  }),
  one("lat", "Latitude in degrees; needs `lng`.", { type: "number", minimum: -90, maximum: 90 }),
  one("lng", "Longitude in degrees; needs `lat`.", { type: "number", minimum: -180, maximum: 180 }),
  one("radius", "Kilometres around the place. Without a place it means nothing.", {
    type: "number",
    minimum: 1,
    maximum: 500,
    default: DEFAULT_RADIUS_KM,
  }),
  several("treatment", labelled("Offers any of these (OR).", TREATMENTS), choice(Object.keys(TREATMENTS))),
  several("concern", labelled("Works with any of these (OR).", CONCERNS), choice(Object.keys(CONCERNS))),
  several("skin", "Works on any of these Fitzpatrick skin types (OR).", { type: "integer", enum: SKIN_TYPES }),
  several(
    "verified",
    labelled("Has a current checked fact for each of these criteria (AND).", verifiable),
    choice(VERIFIABLE_CRITERIA),
  ),
  several("language", labelled("Speaks any of these (OR).", LANGUAGES), choice(Object.keys(LANGUAGES))),
  several(
    "feature",
    labelled("Works at places that offer all of these (AND).", FEATURES),
    choice(Object.keys(FEATURES)),
  ),
  one("gender", labelled("The technician's gender.", GENDERS), choice(Object.keys(GENDERS))),
  one("rating_min", "The shown mean of the stars is at least this.", { type: "number", minimum: 1, maximum: 5 }),
  one("price_max", "Declares a price of at most this, in whole units of `currency`.", {
    type: "number",
    minimum: 1,
    maximum: 1_000_000,
  }),
  one("currency", "Of `price_max` and of the order by price. Without it, that of the place.", choice(CURRENCIES)),
  one(
    "result",
    labelled("Shows at least one result of that age or older.", RESULT_AGES),
    choice(Object.keys(RESULT_AGES)),
  ),
  one("claimed", "`1`: only profiles kept by their technician. Otherwise unclaimed entries are included, after them.", {
    type: "string",
    enum: ["1"],
  }),
  one("sort", labelled("The order; `distance` needs a place, `price` a currency.", SORTS), {
    ...choice(Object.keys(SORTS)),
    default: "relevance",
  }),
  one("page", "Beyond the last page there are no technicians.", {
    type: "integer",
    minimum: 1,
    maximum: MAX_PAGE,
    default: 1,
  }),
  one("view", "Taken and without meaning here: the answer is the same.", {
    ...choice(["list", "map"]),
    default: "list",
  }),
];

const stageLabels = Object.fromEntries(REVIEW_STAGES.map((stage) => [stage, STAGE_LABELS[stage]]));

/** Different parameters combine with AND. What means nothing is ignored. */
export const REVIEW_PARAMETERS: readonly ApiParameter[] = [
  one("stars", "Only reviews with that many stars as of today.", { type: "integer", minimum: 1, maximum: 5 }),
  one(
    "stage",
    labelled("Only reviews of a result of that age, when written or at the latest follow-up.", stageLabels),
    choice(REVIEW_STAGES),
  ),
  one("treatment", labelled("Only reviews of that treatment.", TREATMENTS), choice(Object.keys(TREATMENTS))),
  one("page", "A page beyond the last gives the last.", { type: "integer", minimum: 1, default: 1 }),
];
