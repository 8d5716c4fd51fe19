// @ts-check
// The embedded engines, for the start command, standalone commands and the tests alike.
export { startMeilisearch } from "./meilisearch.mjs";
export { startPostgres } from "./postgres.mjs";
