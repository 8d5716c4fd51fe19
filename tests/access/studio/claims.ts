import { locked, NO_TOKEN } from "../route-row.ts";
import type { Answers, RouteRow } from "../route-row.ts";

/* Claims on listings, and the start of a profile: the rows of the access table, and what their loaders tell. */

const ownClaim: RouteRow["params"] = ({ studio }) => ({ claimId: studio("ownClaim") });
const contested: RouteRow["params"] = ({ studio }) => ({ claimId: studio("contestedClaim") });

/** Everybody signed in, but whoever keeps a profile is led to their studio. */
const ledToStudio = (row: RouteRow): RouteRow => {
  const led = (answers: Answers, technician: number): Answers => ({ ...answers, technician });
  return {
    ...row,
    read: led(row.read, 303),
    data: led(row.data, 202),
    send: led(row.send, 303),
    sendData: led(row.sendData, 202),
  };
};

/** A link that is nobody's: it is there for none of them. */
const noLink = (row: RouteRow): RouteRow => {
  const none = (answers: Answers): Answers => ({ ...answers, client: 404, technician: 404, moderator: 404 });
  return { ...row, read: none(row.read), data: none(row.data), send: none(row.send), sendData: none(row.sendData) };
};

export const routes: Record<string, RouteRow> = {
  "routes/studio.start": ledToStudio(
    locked({ reader: "client", path: () => "/studio/start?name=street" }, { hasAction: true }),
  ),
  "routes/studio.publish": locked({ reader: "technician", path: () => "/studio/publish" }, { hasAction: true }),
  "routes/studio.claims.$claimId._index": locked(
    { reader: "client", path: ({ studio }) => `/studio/claims/${studio("ownClaim")}`, isTheirs: true },
    { params: ownClaim, hasAction: true },
  ),
  "routes/studio.claims.$claimId.confirm.$token": noLink(
    locked(
      { reader: "client", path: ({ studio }) => `/studio/claims/${studio("ownClaim")}/confirm/${NO_TOKEN}` },
      { params: (seeded) => ({ ...ownClaim(seeded), token: NO_TOKEN }), hasAction: true },
    ),
  ),
  "routes/studio.objections.$claimId": locked(
    { reader: "technician", path: ({ studio }) => `/studio/objections/${studio("contestedClaim")}` },
    { params: contested, hasAction: true },
  ),
  "routes/technicians.$slug.claim": locked(
    { reader: "client", path: () => "/technicians/free-street/claim" },
    { params: () => ({ slug: "free-street" }), hasAction: true },
  ),
  "routes/moderation.claims._index": locked(
    { reader: "moderator", path: () => "/moderation/claims" },
    { hasAction: true },
  ),
  "routes/moderation.claims.$id": locked(
    { reader: "moderator", path: ({ studio }) => `/moderation/claims/${studio("contestedClaim")}` },
    { params: ({ studio }) => ({ id: studio("contestedClaim") }), hasAction: true },
  ),
};

const WAITING = "isOver left since waited";

export const loaderKeys: Record<string, Record<string, string>> = {
  "routes/studio.start": {
    "": "asked claims found isVerified near",
    asked: "name place",
    "claims[]": "id madeOn name status",
    "found[]": "isKept name place slug source",
  },
  "routes/studio.publish": { "": "done profile", profile: "gaps name slug status" },
  "routes/studio.claims.$claimId._index": {
    "": "claim done",
    claim:
      "can hasDocument id keeperUntil madeOn method profile refusal sentTo statement status triesLeft version worksUntil",
    "claim.can": "giveCode withdraw",
    "claim.profile": "name slug",
  },
  "routes/studio.objections.$claimId": {
    "": "claim isJustAnswered",
    claim: "answer canAnswer id objection profile status until",
    "claim.profile": "name slug",
  },
  "routes/technicians.$slug.claim": {
    "": "isVerified listing",
    listing: "domain isKept keepsAnother name place slug source",
  },
  "routes/moderation.claims._index": {
    "": "done isEmpty queue withoutCode",
    queue: "count page pageCount rows",
    "queue.rows[]": "about claim heading id kind path remark signalCount waiting",
    "queue.rows[].waiting": WAITING,
    "withoutCode[]": "address id method name path waiting",
    "withoutCode[].waiting": WAITING,
  },
  "routes/moderation.claims.$id": {
    "": "done item register",
    item: "claim claimant code competing documentHref history id keeper listing method sentTo statement status version waiting",
    "item.claimant": "memberSince name otherClaims",
    "item.code": "isMade tries worksUntil",
    "item.keeper": "answer objection until",
    "item.listing": "domain isKept isVisible name places record slug snapshotOn source status websiteUrl",
    "item.waiting": WAITING,
    register: "title url",
  },
};
