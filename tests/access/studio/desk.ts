import { locked, notHere } from "../route-row.ts";
import type { RouteRow } from "../route-row.ts";

/* Evidence as moderators check it: the rows of the access table, and what their loaders tell. */

const page: RouteRow = notHere("", ({ studio }) => ({ id: studio("waitingDocument"), page: "1" }));
// Moderators come by a signed link, which this is not; nobody and the suspended are sent to sign in first.
const signInFirst = { anonymous: 303, suspended: 303 };
const signInFirstData = { anonymous: 202, suspended: 202 };

export const routes: Record<string, RouteRow> = {
  "routes/moderation.evidence._index": locked(
    { reader: "moderator", path: () => "/moderation/evidence?find=Ada" },
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

const ROWS = "about claim heading id kind path remark signalCount waiting what";
const WAITING = "isOver left since waited";

export const loaderKeys: Record<string, Record<string, string>> = {
  "routes/moderation.evidence._index": {
    "": "done evidenceKind find isEmpty isProposed queue verified",
    queue: "count counts page pageCount rows",
    "queue.counts": "authorization",
    "queue.rows[]": ROWS,
    "queue.rows[].waiting": WAITING,
    "verified[]": "about checkedOn expiresOn heading id number",
  },
  "routes/moderation.evidence.$id": {
    "": "done isProposed item mark next",
    item: "claim comparable document earlier expiresOn fields guide heading history id isNotRequired isSample kind noExpiryReason proposal regime status technician version waiting warnings",
    "item.document": "downloadHref isPdf pageCount pages state",
    "item.document.pages[]": "height href width",
    "item.earlier[]": "expiresOn heading id isSameFact issuedOn status",
    "item.fields[]": "label value",
    "item.guide": "oftenWrong proves",
    "item.regime": "checkedOn lookFor name registerNote registerUrl renewalNote sourceName sourceUrl",
    "item.technician": "isPublic name slug",
    "item.waiting": WAITING,
    "next[]": ROWS,
    "next[].waiting": WAITING,
  },
};
