import type { RouteRow } from "../route-row.ts";

/* Evidence as moderators check it: the rows of the access table, and what their loaders tell. */

export const routes: Record<string, RouteRow> = {};

export const loaderKeys: Record<string, Record<string, string>> = {};
