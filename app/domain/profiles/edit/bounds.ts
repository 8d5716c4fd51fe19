/* Longest and most, for forms and for what reads them. */
export const MOST_NAME = 120;
export const MOST_PRONOUNS = 40;
export const MOST_BIO = 3_000;
export const MOST_TREATMENT_WORDS = 600;
export const EARLIEST_YEAR = 1990;
export const MOST_TOP_UP_YEARS = 20;
export const LONGEST_SLUG = 80;
export const SHORTEST_SLUG = 3;
export const MOST_PRICES = 40;
