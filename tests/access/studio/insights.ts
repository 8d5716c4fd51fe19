import type { RouteRow } from "../route-row.ts";

/* The studio’s overview, the badge and the figures: the rows of the access table, and what their loaders tell. */

export const routes: Record<string, RouteRow> = {};

export const loaderKeys: Record<string, Record<string, string>> = {};
