import { stopFollowUpsPath } from "#app/domain/reviews/stop-follow-ups.server.ts";
import { SLUG } from "../support/seed-site.ts";
import type { Seeded } from "../support/seed-site.ts";

/** Somebody beside the seeded technician, so that two can be compared. */
export const OTHER_SLUG = "bo-lind";

/** Who asks. Somebody suspended must be answered like nobody. */
export const PEOPLE = ["anonymous", "client", "technician", "moderator", "suspended"] as const;
export type Person = (typeof PEOPLE)[number];

/** The status that each person is answered with. */
export type Answers = Record<Person, number>;

export type RouteRow = {
  /** An address of this route at which the seed has something to read. */
  path: (seeded: Seeded) => string;
  params: (seeded: Seeded) => Record<string, string>;
  hasLoader: boolean;
  hasAction: boolean;
  /** GET and HEAD of the address. */
  read: Answers;
  /** The address with `.data`, alone and narrowed to this route. */
  data: Answers;
  /** A post from our own page to the address. Where there is no action: 405. */
  send: Answers;
  /** The same to `.data`, which puts redirects into the body of a 202. */
  sendData: Answers;
  /** Whom Z-04 asks as: who is told the most. The moderator, unless said otherwise. */
  reader?: Person;
  /** Banned keys that this page may tell its reader after all, because they are the reader's own. */
  mayTell?: readonly string[];
  /** A post ends the session it comes with, so each gets a session of its own. */
  endsSession?: boolean;
};

const everybody = (status: number): Answers => ({
  anonymous: status,
  client: status,
  technician: status,
  moderator: status,
  suspended: status,
});

/** A page or resource that everybody may read and nobody can write to. */
const publicReading = (
  path: RouteRow["path"],
  { params = () => ({}), hasLoader = true }: Partial<Pick<RouteRow, "params" | "hasLoader">> = {},
): RouteRow => ({
  path,
  params,
  hasLoader,
  hasAction: false,
  read: everybody(200),
  data: everybody(200),
  send: everybody(405),
  sendData: everybody(405),
});

/** A page whose form everybody may send: it changes a list in the sender's own cookie and leads back. */
const publicKeeping = (path: RouteRow["path"]): RouteRow => ({
  ...publicReading(path),
  hasAction: true,
  send: everybody(303),
  sendData: everybody(202),
});

type Lock = {
  reader: Exclude<Person, "anonymous" | "suspended">;
  path: RouteRow["path"];
  /** Something of this one person's own: whoever else is signed in finds nothing there. */
  isTheirs?: boolean;
};
type LockedRow = Partial<Pick<RouteRow, "params" | "hasLoader" | "hasAction" | "mayTell">> & {
  /** What the person it is for gets for the table's senseless form; 400 unless said otherwise. */
  send?: number;
};

/**
 * A page for people of one kind: `client` stands for everybody signed in, unless it is theirs alone. Nobody and the
 * suspended are sent to sign in, and whoever else is signed in finds nothing there.
 */
const locked = (
  { reader, path, isTheirs = false }: Lock,
  { params = () => ({}), hasLoader = true, hasAction = false, send = 400, mayTell = [] }: LockedRow = {},
): RouteRow => {
  const isForAll = reader === "client" && !isTheirs;
  const answers = (allowed: number, redirected: number): Answers => {
    const others = (person: Person) => (isForAll || person === reader ? allowed : 404);
    return {
      anonymous: redirected,
      client: others("client"),
      technician: others("technician"),
      moderator: others("moderator"),
      suspended: redirected,
    };
  };
  return {
    path,
    params,
    hasLoader,
    hasAction,
    read: hasLoader ? answers(200, 303) : everybody(405),
    data: answers(200, 202),
    send: hasAction ? answers(send, 303) : everybody(405),
    sendData: hasAction ? answers(send === 303 ? 202 : send, 202) : everybody(405),
    reader,
    mayTell,
  };
};

/** The same for something that belongs to none of them. */
const noTheirs = (row: RouteRow): RouteRow => ({
  ...row,
  read: { ...row.read, client: 404 },
  data: { ...row.data, client: 404 },
  send: { ...row.send, client: 404 },
  sendData: { ...row.sendData, client: 404 },
});

const slug = () => ({ slug: SLUG });
/** Looks like the secret of a link in a mail; there is no such link. */
const NO_TOKEN = "b".repeat(43);
const token = () => ({ token: NO_TOKEN });

/** A page whose form everybody may send; the table's is refused. */
const publicForm = (...args: Parameters<typeof publicReading>): RouteRow => ({
  ...publicReading(...args),
  hasAction: true,
  send: everybody(400),
  sendData: everybody(400),
});

/** A form for who isn't signed in; others are led on. */
const entry = (path: RouteRow["path"]): RouteRow => {
  const forNobody = (status: number, led: number): Answers => ({
    ...everybody(led),
    anonymous: status,
    suspended: status,
  });
  return {
    ...publicForm(path),
    read: forNobody(200, 303),
    data: forNobody(200, 202),
    // The page after a refusal leads on too; its data alone is the refusal.
    send: forNobody(400, 303),
  };
};

/** An address that has nothing to show: it leads away, or refuses the table's form. */
const leadingAway = (path: RouteRow["path"], send: 303 | 400): RouteRow => ({
  ...publicReading(path),
  hasAction: true,
  read: everybody(303),
  data: everybody(202),
  send: everybody(send),
  sendData: everybody(send === 303 ? 202 : 400),
});

/** A page that is there in no way. */
const notHere = (path: string, params: RouteRow["params"] = () => ({})): RouteRow => ({
  ...publicReading(() => path, { params }),
  read: everybody(404),
  data: everybody(404),
});

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
  "routes/studio.invitations": locked({ reader: "technician", path: () => "/studio/invitations" }, { hasAction: true }),
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
