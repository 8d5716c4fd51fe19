import type { RouteRow } from "../route-row.ts";

/* Claims on listings, and the start of a profile: the rows of the access table, and what their loaders tell. */

export const routes: Record<string, RouteRow> = {};

export const loaderKeys: Record<string, Record<string, string>> = {};
