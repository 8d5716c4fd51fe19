import { SLUG } from "../../support/seed-site.ts";
import { everybody, locked, slug } from "../route-row.ts";
import type { RouteRow } from "../route-row.ts";

/* The editing of a profile: the rows of the access table, and what their loaders tell. */

const place: RouteRow["params"] = ({ studio }) => ({ placeId: studio("place") });

export const routes: Record<string, RouteRow> = {
  "routes/studio.profile._index": locked({ reader: "technician", path: () => "/studio/profile" }, { hasAction: true }),
  "routes/studio.profile.save": {
    ...locked({ reader: "technician", path: () => "/studio/profile/save" }, { hasLoader: false, hasAction: true }),
    // Nothing but a form goes there.
    read: everybody(400),
    data: everybody(200),
  },
  "routes/studio.profile.history": locked({ reader: "technician", path: () => "/studio/profile/history" }),
  "routes/studio.profile.preview": locked({ reader: "technician", path: () => "/studio/profile/preview" }),
  "routes/studio.profile.places._index": locked(
    { reader: "technician", path: () => "/studio/profile/places" },
    { hasAction: true },
  ),
  "routes/studio.profile.places.new": locked(
    { reader: "technician", path: () => "/studio/profile/places/new" },
    { hasAction: true },
  ),
  "routes/studio.profile.places.$placeId": locked(
    { reader: "technician", path: ({ studio }) => `/studio/profile/places/${studio("place")}` },
    { params: place, hasAction: true },
  ),
  "routes/moderation.profiles.$slug": locked(
    { reader: "moderator", path: () => `/moderation/profiles/${SLUG}` },
    { params: slug },
  ),
};

const HISTORY = {
  "": "history",
  history: "changes name page pageCount slug",
  "history.changes[]": "by changedAt differences id section",
  "history.changes[].differences[]": "after before label",
};

export const loaderKeys: Record<string, Record<string, string>> = {
  "routes/studio.profile.history": HISTORY,
  "routes/moderation.profiles.$slug": HISTORY,
};
