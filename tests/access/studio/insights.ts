import { locked, publicReading, slug } from "../route-row.ts";
import type { RouteRow } from "../route-row.ts";
import { SLUG } from "../../support/seed-site.ts";

/* The studio’s overview, the badge and the figures: the rows of the access table, and what their loaders tell. */

/** Whoever keeps no profile is led to where one begins. */
const overview = locked({ reader: "technician", path: () => "/studio" });

export const routes: Record<string, RouteRow> = {
  "routes/studio._index": {
    ...overview,
    read: { ...overview.read, client: 303, moderator: 303 },
    data: { ...overview.data, client: 202, moderator: 202 },
  },
  "routes/studio.badge": locked({ reader: "technician", path: () => "/studio/badge" }),
  "routes/technicians.$slug.badge[.]svg": publicReading(() => `/technicians/${SLUG}/badge.svg`, { params: slug }),
  "routes/moderation.inspections": locked(
    { reader: "moderator", path: () => "/moderation/inspections" },
    { hasAction: true },
  ),
};

const criteria = "authorization dedication portfolio sterile training understanding";

export const loaderKeys: Record<string, Record<string, string>> = {
  "routes/studio._index": {
    "": "figures name slug span states status steps today",
    states: criteria,
    "steps[]": "href key label title why",
    "figures[]": "columns kind total",
    "figures[].columns[]": "count start",
  },
  "routes/studio.badge": { "": "isPublic look name slug snippet", look: "size theme" },
  "routes/technicians.$slug.badge[.]svg": {},
  "routes/moderation.inspections": {
    "": "isDone notices page pageCount",
    "notices[]": "city id inspectedOn noticedAt outcome premisesName previousOutcome profiles registerTitle seen",
    "notices[].profiles[]": "name slug",
    "notices[].seen": "at by",
  },
};
