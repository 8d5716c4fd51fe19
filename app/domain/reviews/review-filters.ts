import type { ResultStage } from "#app/domain/portfolio/portfolio-case.ts";
import type { ReviewFilters } from "#app/domain/reviews/review.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";

/** Youngest result first: the order of the options, and of the numbers that the query knows the stages by. */
export const REVIEW_STAGES: readonly ResultStage[] = ["fresh", "healed", "settled", "aged"];

/** No page is further than this: it keeps a made-up number from becoming a huge offset. */
const LAST_PAGE = 10_000;

export const NO_REVIEW_FILTERS: ReviewFilters = { stars: null, stage: null, treatment: null, page: 1 };

/** Filters as an address carries them. Values that mean nothing here are ignored, one by one. */
export function readReviewFilters(params: URLSearchParams): ReviewFilters {
  const stars = wholeNumber(params.get("stars"), 5);
  const stage = REVIEW_STAGES.find((option) => option === params.get("stage")) ?? null;
  return {
    stars,
    stage,
    treatment: readTreatment(params.get("treatment")),
    page: wholeNumber(params.get("page"), LAST_PAGE) ?? 1,
  };
}

/** The same as a query string for a link, "" where nothing is filtered: "?stars=5&page=2". */
export function reviewQuery(filters: ReviewFilters): string {
  const params = new URLSearchParams();
  if (filters.stars !== null) params.set("stars", String(filters.stars));
  if (filters.stage !== null) params.set("stage", filters.stage);
  if (filters.treatment !== null) params.set("treatment", filters.treatment);
  if (filters.page > 1) params.set("page", String(filters.page));
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}

export function hasReviewFilter(filters: ReviewFilters): boolean {
  return filters.stars !== null || filters.stage !== null || filters.treatment !== null;
}

function wholeNumber(text: string | null, most: number): number | null {
  if (text === null || !/^[1-9]\d{0,5}$/.test(text)) return null;
  const value = Number(text);
  return value <= most ? value : null;
}

function readTreatment(text: string | null): Treatment | null {
  return treatmentKeys.find((key) => key === text) ?? null;
}
const treatmentKeys = Object.keys(TREATMENTS) as Treatment[];
