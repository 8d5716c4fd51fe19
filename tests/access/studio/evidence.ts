import type { RouteRow } from "../route-row.ts";

/* Evidence as its technician hands it in: the rows of the access table, and what their loaders tell. */

export const routes: Record<string, RouteRow> = {};

export const loaderKeys: Record<string, Record<string, string>> = {};
