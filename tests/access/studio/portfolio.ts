import type { RouteRow } from "../route-row.ts";

/* Portfolio cases, their consents and their moderation: the rows of the access table, and what their loaders tell. */

export const routes: Record<string, RouteRow> = {};

export const loaderKeys: Record<string, Record<string, string>> = {};
