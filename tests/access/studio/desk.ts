import { locked, notHere } from "../route-row.ts";
import type { RouteRow } from "../route-row.ts";

/* Evidence as moderators check it: the rows of the access table, and what their loaders tell. */

const page: RouteRow = notHere("", ({ studio }) => ({ id: studio("waitingDocument"), page: "1" }));
// Moderators come by a signed link, which this is not; nobody and the suspended are sent to sign in first.
const signInFirst = { anonymous: 303, suspended: 303 };
const signInFirstData = { anonymous: 202, suspended: 202 };

export const routes: Record<string, RouteRow> = {
  "routes/moderation.evidence._index": locked(
    { reader: "moderator", path: () => "/moderation/evidence?find=EV-2026" },
    { hasAction: true },
  ),
  "routes/moderation.evidence.$id": locked(
    { reader: "moderator", path: ({ studio }) => `/moderation/evidence/${studio("waitingEvidence")}` },
    { params: ({ studio }) => ({ id: studio("waitingEvidence") }), hasAction: true },
  ),
  "routes/documents_.$id.pages.$page": {
    ...page,
    path: ({ studio }) => `/documents/${studio("waitingDocument")}/pages/1`,
    read: { ...page.read, ...signInFirst },
    data: { ...page.data, ...signInFirstData },
  },
};

export const loaderKeys: Record<string, Record<string, string>> = {};
