import { stopFollowUpsPath } from "#app/domain/reviews/stop-follow-ups.server.ts";
import { SLUG } from "../support/seed-site.ts";
import {
  entry,
  everybody,
  leadingAway,
  locked,
  NO_TOKEN,
  noTheirs,
  notHere,
  OTHER_SLUG,
  publicForm,
  publicKeeping,
  publicReading,
  slug,
  token,
} from "./route-row.ts";
import type { RouteRow } from "./route-row.ts";
import { routes as claims } from "./studio/claims.ts";
import { routes as desk } from "./studio/desk.ts";
import { routes as enquiries } from "./studio/enquiries.ts";
import { routes as evidence } from "./studio/evidence.ts";
import { routes as insights } from "./studio/insights.ts";
import { routes as portfolio } from "./studio/portfolio.ts";
import { routes as profile } from "./studio/profile.ts";

/** The form for a review of the seeded technician, who is told why they can't write one. */
function reviewForm(): RouteRow {
  const row = locked(
    { reader: "client", path: () => `/technicians/${SLUG}/reviews/new` },
    { params: slug, hasAction: true },
  );
  return { ...row, read: { ...row.read, technician: 403 }, data: { ...row.data, technician: 403 } };
}

/** Every route but root, by Remix's id. A new route has to be entered here before the tests pass. */
export const ROUTES: Record<string, RouteRow> = {
  "routes/_index": publicReading(() => "/"),
  "routes/technicians._index": publicReading(() => "/technicians?near=Leeds&treatment=full_shaved_look"),
  "routes/technicians.$slug._index": publicReading(() => `/technicians/${SLUG}`, { params: slug }),
  "routes/technicians.$slug.reviews._index": publicReading(() => `/technicians/${SLUG}/reviews`, { params: slug }),
  "routes/suggest.what": publicReading(() => "/suggest/what?q=ada"),
  "routes/suggest.where": publicReading(() => "/suggest/where?q=leeds"),
  "routes/media.$key.$file": publicReading(({ photoKey }) => `/media/${photoKey}/640.webp`, {
    params: ({ photoKey }) => ({ key: photoKey, file: "640.webp" }),
  }),
  "routes/policies.ranking": publicReading(() => "/policies/ranking", { hasLoader: false }),
  "routes/policies.reviews": publicReading(() => "/policies/reviews"),
  "routes/api.v1.technicians._index": publicReading(() => "/api/v1/technicians?near=Leeds&treatment=full_shaved_look"),
  "routes/api.v1.technicians.$slug._index": publicReading(() => `/api/v1/technicians/${SLUG}`, { params: slug }),
  "routes/api.v1.technicians.$slug.reviews._index": publicReading(() => `/api/v1/technicians/${SLUG}/reviews`, {
    params: slug,
  }),
  "routes/api.v1.openapi[.]json": publicReading(() => "/api/v1/openapi.json"),
  "routes/api.v1.$": {
    ...publicReading(() => "/api/v1/no/such", { params: () => ({ "*": "no/such" }) }),
    read: everybody(404),
    data: everybody(404),
  },
  "routes/robots[.]txt": publicReading(() => "/robots.txt"),
  "routes/sitemap[.]xml": publicReading(() => "/sitemap.xml"),
  "routes/sitemap.$part": publicReading(() => "/sitemap/1.xml", { params: () => ({ part: "1.xml" }) }),
  "routes/compare": publicKeeping(() => `/compare?t=${SLUG}&t=${OTHER_SLUG}&t=nobody-here`),
  "routes/shortlist": publicKeeping(() => "/shortlist"),
  "routes/transparency": publicReading(() => "/transparency"),
  "routes/moderation.audit._index": locked({ reader: "moderator", path: () => "/moderation/audit?subject=review" }),
  "routes/moderation.audit.export": {
    ...locked({ reader: "moderator", path: () => "/moderation/audit/export" }, { hasLoader: false, hasAction: true }),
    // Nothing but a form goes there.
    read: everybody(400),
    data: everybody(200),
  },
  "routes/sign-up": entry(() => "/sign-up?returnTo=%2Fshortlist"),
  "routes/sign-in._index": entry(() => "/sign-in?returnTo=%2Fshortlist"),
  // Nobody here owes a code.
  "routes/sign-in.code": leadingAway(() => "/sign-in/code?returnTo=%2Fshortlist", 303),
  // The table's form has no sign-out in it, so that everybody stays signed in.
  "routes/sign-out": leadingAway(() => "/sign-out", 400),
  "routes/forgot-password": publicForm(() => "/forgot-password", { hasLoader: false }),
  "routes/reset-password.$token": publicForm(() => `/reset-password/${NO_TOKEN}`, { params: token }),
  "routes/verify-email._index": publicForm(() => "/verify-email", { hasLoader: false }),
  "routes/verify-email.$token": publicForm(() => `/verify-email/${NO_TOKEN}`, { params: token }),
  "routes/account._index": locked({ reader: "client", path: () => "/account" }, { hasAction: true }),
  "routes/account.authenticator": locked(
    { reader: "client", path: () => "/account/authenticator?returnTo=%2Fmoderation" },
    { hasAction: true },
  ),
  "routes/account.security": locked({ reader: "client", path: () => "/account/security" }, { hasAction: true }),
  "routes/confirm": locked({ reader: "client", path: () => "/confirm?returnTo=%2Faccount" }, { hasAction: true }),
  "routes/moderation.members": locked(
    { reader: "moderator", path: () => "/moderation/members?find=technician%20person" },
    { hasAction: true },
  ),
  "routes/$": {
    ...publicReading(() => "/no/such/page", { params: () => ({ "*": "no/such/page" }) }),
    read: everybody(404),
    data: everybody(404),
  },
  "routes/account.reviews.$reviewId.follow-up": locked(
    {
      reader: "client",
      path: ({ ids }) => `/account/reviews/${ids.publishedReview}/follow-up`,
      isTheirs: true,
    },
    { params: ({ ids }) => ({ reviewId: ids.publishedReview }), hasAction: true },
  ),
  "routes/follow-ups.stop.$token": publicForm(({ ids }) => stopFollowUpsPath(ids.publishedReview), {
    params: ({ ids }) => ({ token: stopFollowUpsPath(ids.publishedReview).slice("/follow-ups/stop/".length) }),
  }),
  "routes/account.photos._index": locked({ reader: "client", path: () => "/account/photos" }, { hasAction: true }),
  "routes/account.photos.new": {
    ...locked({ reader: "client", path: () => "/account/photos/new" }, { hasLoader: false, hasAction: true }),
    // Nothing but a form goes there.
    read: everybody(400),
    data: everybody(200),
  },
  "routes/account.photos.$id": locked(
    { reader: "client", path: ({ ids }) => `/account/photos/${ids.draftPhoto}`, isTheirs: true },
    { params: ({ ids }) => ({ id: ids.draftPhoto }), hasAction: true },
  ),
  // Moderators come by a signed link, which this is not.
  "routes/documents.$id": locked(
    { reader: "technician", path: ({ ids }) => `/documents/${ids.document}` },
    { params: ({ ids }) => ({ id: ids.document }) },
  ),
  "routes/reviews.$reviewId.report": publicForm(({ ids }) => `/reviews/${ids.publishedReview}/report?kind=notice`, {
    params: ({ ids }) => ({ reviewId: ids.publishedReview }),
  }),
  "routes/reports.$code": publicReading(({ codes }) => `/reports/${codes.reportReceipt}`, {
    params: ({ codes }) => ({ code: codes.reportReceipt }),
  }),
  // The author of the review that it is about is nobody in this table.
  "routes/account.notices.$reportId": noTheirs(
    locked(
      { reader: "client", path: ({ ids }) => `/account/notices/${ids.noticeReport}`, isTheirs: true },
      { params: ({ ids }) => ({ reportId: ids.noticeReport }), hasAction: true },
    ),
  ),
  "routes/studio.reviews": locked({ reader: "technician", path: () => "/studio/reviews" }, { hasAction: true }),
  "routes/moderation.reports._index": locked({ reader: "moderator", path: () => "/moderation/reports" }),
  "routes/moderation.reports.$reportId": locked(
    { reader: "moderator", path: ({ ids }) => `/moderation/reports/${ids.noticeReport}` },
    { params: ({ ids }) => ({ reportId: ids.noticeReport }), hasAction: true },
  ),
  "routes/moderation._index": locked({ reader: "moderator", path: () => "/moderation" }),
  "routes/moderation.reviews._index": locked(
    { reader: "moderator", path: () => "/moderation/reviews?kind=review" },
    { hasAction: true },
  ),
  "routes/moderation.$queue.$id": locked(
    { reader: "moderator", path: ({ ids }) => `/moderation/reviews/${ids.pendingReview}` },
    { params: ({ ids }) => ({ queue: "reviews", id: ids.pendingReview }), hasAction: true },
  ),
  "routes/moderation.appeals._index": locked({ reader: "moderator", path: () => "/moderation/appeals" }),
  "routes/moderation.appeals.$id": locked(
    { reader: "moderator", path: ({ ids }) => `/moderation/appeals/${ids.appeal}` },
    { params: ({ ids }) => ({ id: ids.appeal }), hasAction: true },
  ),
  "routes/technicians.$slug.reviews.new": reviewForm(),
  "routes/account.reviews._index": locked({ reader: "client", path: () => "/account/reviews" }),
  "routes/account.reviews.$reviewId._index": locked(
    { reader: "client", path: ({ ids }) => `/account/reviews/${ids.rejectedReview}`, isTheirs: true },
    { params: ({ ids }) => ({ reviewId: ids.rejectedReview }), hasAction: true },
  ),
  "routes/moderation.bulk": locked({ reader: "moderator", path: () => "/moderation/bulk" }, { hasAction: true }),
  "routes/terms": publicReading(() => "/terms"),
  "routes/privacy": publicReading(() => "/privacy"),
  ...claims,
  ...profile,
  ...evidence,
  ...desk,
  ...portfolio,
  ...enquiries,
  ...insights,
  // There during development only.
  "routes/mailbox._index": notHere("/mailbox"),
  "routes/mailbox.$file": notHere("/mailbox/20261122T224512345Z-00000000-0000-0000-0000-000000000000.eml", () => ({
    file: "20261122T224512345Z-00000000-0000-0000-0000-000000000000.eml",
  })),
};

/** `/technicians?q=a` as `/technicians.data?q=a`, and `/` as Remix spells it. */
export function dataAddress(address: string): string {
  const [path = "", query] = address.split("?");
  return `${path === "/" ? "/_root" : path}.data${query === undefined ? "" : `?${query}`}`;
}

export function withQuery(address: string, name: string, value: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(value)}`;
}
