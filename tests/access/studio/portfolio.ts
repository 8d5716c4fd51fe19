import { locked, publicForm, publicReading, everybody } from "../route-row.ts";
import type { RouteRow } from "../route-row.ts";

/* Portfolio cases, their consents and their moderation: the rows of the access table, and what their loaders tell. */

export const routes: Record<string, RouteRow> = {
  "routes/studio.portfolio._index": locked(
    { reader: "technician", path: () => "/studio/portfolio" },
    { hasAction: true },
  ),
  "routes/studio.portfolio.new": locked(
    { reader: "technician", path: () => "/studio/portfolio/new" },
    { hasAction: true },
  ),
  "routes/studio.portfolio.$id._index": locked(
    { reader: "technician", path: ({ studio }) => `/studio/portfolio/${studio("ownCase")}` },
    { params: ({ studio }) => ({ id: studio("ownCase") }), hasAction: true },
  ),
  "routes/studio.portfolio.$id.photos.$photoId": locked(
    {
      reader: "technician",
      path: ({ studio }) => `/studio/portfolio/${studio("ownCase")}/photos/${studio("ownCasePhoto")}`,
    },
    { params: ({ studio }) => ({ id: studio("ownCase"), photoId: studio("ownCasePhoto") }), hasAction: true },
  ),
  "routes/studio.portfolio.uploads": {
    ...locked({ reader: "technician", path: () => "/studio/portfolio/uploads" }, { hasLoader: false, hasAction: true }),
    // Nothing but a form goes there.
    read: everybody(400),
    data: everybody(200),
  },
  "routes/consents.$token._index": publicForm(({ studio }) => `/consents/${studio("consentToken")}`, {
    params: ({ studio }) => ({ token: studio("consentToken") }),
  }),
  "routes/consents.$token.$photoId": publicReading(
    ({ studio }) => `/consents/${studio("consentToken")}/${studio("ownCasePhoto")}`,
    { params: ({ studio }) => ({ token: studio("consentToken"), photoId: studio("ownCasePhoto") }) },
  ),
  "routes/moderation.portfolio._index": locked(
    { reader: "moderator", path: () => "/moderation/portfolio" },
    { hasAction: true },
  ),
  "routes/moderation.portfolio.$id": locked(
    { reader: "moderator", path: ({ studio }) => `/moderation/portfolio/${studio("sentCase")}` },
    { params: ({ studio }) => ({ id: studio("sentCase") }), hasAction: true },
  ),
};

const CASE_WORDS =
  "concern isSameAngle isSameLight isSample isUnedited lastSessionOn scale scaleBand sessions skinType title treatment";
const OWN_PHOTO = "caption daysSinceLastSession height id key stage takenOn width";

export const loaderKeys: Record<string, Record<string, string>> = {
  "routes/studio.portfolio._index": {
    "": "cases isWithdrawn",
    "cases[]": "cover gaps id isSample photoCount status title treatment",
    "cases[].cover": "height key stage width",
  },
  "routes/studio.portfolio.new": { "": "" },
  "routes/studio.portfolio.$id._index": {
    "": "done portfolioCase",
    portfolioCase: [
      ...CASE_WORDS.split(" "),
      ..."consent consentUntil gaps id isChangeable isOwnHead looks pending photos refusal status version".split(" "),
    ]
      .sort()
      .join(" "),
    "portfolioCase.pending[]": "byteLength id receivedBytes",
    "portfolioCase.photos[]": OWN_PHOTO,
  },
  "routes/studio.portfolio.$id.photos.$photoId": {
    "": "caseId isDone photo",
    photo: "caption daysSinceLastSession height id isChangeable key stage takenOn width",
  },
  "routes/consents.$token._index": {
    "": "facts isPublished photos state technicianName until",
    "facts[]": "label value",
    "photos[]": "height id width words",
  },
  "routes/consents.$token.$photoId": {},
  "routes/moderation.portfolio._index": {
    "": "done isEmpty queue",
    queue: "count page pageCount rows",
    "queue.rows[]": "about claim heading id kind path signalCount waiting",
    "queue.rows[].waiting": "isOver left since waited",
  },
  "routes/moderation.portfolio.$id": {
    "": "done item",
    item: "claim consent facts heading history id isOwnHead isSample lastSessionOn photos similar status technician version waiting warnings",
    "item.facts[]": "label value",
    "item.photos[]": "alt caption daysSinceLastSession height key placeholderColour stage takenOn width",
    "item.technician": "name slug",
    "item.waiting": "isOver left since waited",
  },
};
