import { API_KEYS } from "./api-keys.ts";
import { HEAD, PROFILE_HEAD, SEARCH_HEAD } from "./head-keys.ts";
import { loaderKeys as claims } from "./studio/claims.ts";
import { loaderKeys as desk } from "./studio/desk.ts";
import { loaderKeys as enquiries } from "./studio/enquiries.ts";
import { loaderKeys as evidence } from "./studio/evidence.ts";
import { loaderKeys as insights } from "./studio/insights.ts";
import { loaderKeys as portfolio } from "./studio/portfolio.ts";
import { loaderKeys as profile } from "./studio/profile.ts";

/** Keys that nothing we send may have, wherever they stand. */
export const BANNED_KEYS = [
  "authorId",
  "checkedById",
  "documentId",
  "email",
  "fingerprint",
  "ip",
  "ipHash",
  "ownerId",
  "passwordHash",
  "perceptualHash",
  "recoveryCodeHashes",
  "reporterId",
  "roles",
  "secretEncrypted",
  "sha256",
  "storageKey",
  "subjectEmailHash",
  "suspendedAt",
  "technicianId",
  "token",
  "tokenHash",
  "totpSecret",
  "userAgentHash",
  "userId",
];

/** Objects whose keys are values of a filter and not names of fields. */
const MAPS = [/^result\.counts\.\w+$/, /^counts\.\w+$/, /^(paths|components)$/];

/**
 * The names of fields in a loader's answer, by where they stand: `{ "": "profile", "profile": "name slug" }`.
 * Items of an array share one place, written with `[]`.
 */
function keysByPlace(value: unknown, place = "", found: Record<string, Set<string>> = {}) {
  if (Array.isArray(value)) {
    for (const item of value) keysByPlace(item, `${place}[]`, found);
  } else if (typeof value === "object" && value !== null && !MAPS.some((map) => map.test(place))) {
    const keys = (found[place] ??= new Set());
    for (const [key, inner] of Object.entries(value)) {
      keys.add(key);
      keysByPlace(inner, place === "" ? key : `${place}.${key}`, found);
    }
  }
  return found;
}

export function listKeys(value: unknown): Record<string, string> {
  const places = Object.entries(keysByPlace(value));
  return Object.fromEntries(places.map(([place, keys]) => [place, [...keys].sort().join(" ")]));
}

const CRITERIA = "authorization dedication portfolio sterile training understanding";
const SUB_RATINGS = "dedication portfolio sterile understanding";
const PHOTO = "alt height key placeholderColour stage width";

const REVIEWS = {
  reviews: "counts filters pageCount reviews tombstones total",
  "reviews.counts": "stage stars treatment",
  "reviews.counts.stage[]": "count value",
  "reviews.counts.stars[]": "count value",
  "reviews.counts.treatment[]": "count value",
  "reviews.filters": "page stage stars treatment",
  "reviews.reviews[]":
    "authorName concern followUps id incentiveNote isIncentivised isSample isUnderInvestigation lastSessionOn needleOpened overall overallNow photos pricePaid proofLevel publishedOn redactionReason relationship reply sessions stage subRatings text title treatment wouldRecommend",
  "reviews.reviews[].followUps[]":
    "hadTopUp id isStillAsWanted month overall photos publishedOn stage text wouldDoAgain",
  "reviews.reviews[].followUps[].photos[]": PHOTO,
  "reviews.reviews[].photos[]": PHOTO,
  "reviews.reviews[].pricePaid": "amount currency",
  "reviews.reviews[].reply": "publishedOn text",
  "reviews.reviews[].subRatings": SUB_RATINGS,
  "reviews.tombstones[]": "closedOn reason",
};

/** What a card tells, by the place where cards stand. */
const cardKeys = (place: string): Record<string, string> => ({
  [place]:
    "city countryCode distanceKm inspectionNotice isSample isUnclaimed name photo priceFrom ratingCounts ratingMean region reviewCount slug states studio treatments",
  [`${place}.inspectionNotice`]: "inspectedOn outcome",
  [`${place}.photo`]: PHOTO,
  [`${place}.priceFrom`]: "amount currency",
  [`${place}.states`]: CRITERIA,
});

const OUTCOMES = "changesRequested medianHours published rejected timed";

/** A line of a moderators' queue, by the place where lines stand. */
const queueRowKeys = (place: string): Record<string, string> => ({
  [place]: "about claim heading id kind path signalCount waiting",
  [`${place}.waiting`]: "isOver left since waited",
});

/** What moderators read before they decide: no stars, nor any answer that gives them away. */
const itemKeys = (place: string): Record<string, string> => ({
  [place]:
    "authorName below claim facts heading history id isSample kind others photos proof ratings reports reviewId revisions signals status technician text title version waiting",
  [`${place}.facts[]`]: "label value",
  [`${place}.others[]`]: "about at id reason status",
  [`${place}.proof`]: "documentHref isAccepted level mayDecide",
  [`${place}.signals`]: "found isChecked",
  [`${place}.technician`]: "name slug",
});
const PAST_DECISION = "at by checkReason fromState id note reason toState version";

/** A public profile, as its page and its preview tell it. */
const PROFILE = {
  profile:
    "answers bio cases concerns dedicationStatement evidence gender hasOwnHairLoss inspections invitationShare isClaimed isConfirmationOld isSample languages lastConfirmedOn listing name practisingSince premises priceBands pricesPaid pronouns rating registers responseTime said skinTypes slug smpShare states status topUpYears treatmentWords treatments understandingStatement websiteUrl",
  "profile.treatmentWords[]": "treatment words",
  "profile.premises[].hours[]": "closes day opens weekday",
  "profile.answers[]": "answer question",
  "profile.cases[]":
    "checkedOn concern id isSameAngle isSameLight isSample isUnedited photos scale scaleBand sessions skinType title treatment",
  "profile.cases[].photos[]": "alt caption daysSinceLastSession height key placeholderColour stage width",
  "profile.evidence[]":
    "checkedBy checkedOn criterion details expiresOn id isExpiring isNotRequired issuedOn kind noExpiryReason source sourceUrl status title",
  "profile.evidence[].details[]": "label value",
  "profile.inspections[]":
    "infractions inspectedOn isSample outcome premisesName services snapshotOn source sourceRecord",
  "profile.inspections[].infractions[]": "action category citation services severity text",
  "profile.listing": "record snapshotOn source",
  "profile.premises[]": "address city countryCode countryName features guest hours lat lng name postcode region",
  "profile.premises[].guest": "from until",
  "profile.priceBands[]":
    "amountFrom amountTo bandFrom bandTo confirmedOn currency deposit scale sessionsIncluded topUpIncluded topUpWithinMonths treatment",
  "profile.pricesPaid[]": "count currency high low median treatment",
  "profile.rating": "count counts mean recommendAnswers recommendCount subRatingAnswers subRatings",
  "profile.rating.subRatingAnswers": SUB_RATINGS,
  "profile.rating.subRatings": SUB_RATINGS,
  "profile.registers[]": "credit isList source title url",
  "profile.states": CRITERIA,
  "profile.topUpYears": "max min",
  "profile.said": "invitations response",
};

/** All that loaders may tell, by route. Whoever adds a field enters it here, having thought about who reads it. */
export const LOADER_KEYS: Record<string, Record<string, string>> = {
  root: {
    "": "hasSampleData isSignedIn kept origin own",
    kept: "compare shortlist",
    "kept.compare[]": "name slug",
    "own[]": "href label",
  },
  "routes/_index": {
    "": "checkedFactCount inspectionCount reviewCount technicianCount treatments",
    "treatments[]": "key label",
  },
  "routes/technicians._index": {
    "": "chips head ignored params placeName result unit",
    ...SEARCH_HEAD,
    "chips[]": "href label",
    params:
      "concern currency feature gender isClaimedOnly language lat lng near page priceMax q radius ratingMin result skin sort treatment verified view",
    result: "cards counts isPartial pageCount source toLoosen total",
    ...cardKeys("result.cards[]"),
    "result.counts": "claimed concern feature gender language ratingMin result skin treatment verified",
  },
  "routes/technicians.$slug._index": {
    "": "head profile reviews",
    ...PROFILE_HEAD,
    ...PROFILE,
    ...REVIEWS,
  },
  "routes/studio.profile.preview": { "": "profile reviews", ...PROFILE, ...REVIEWS },
  "routes/technicians.$slug.reviews._index": {
    "": "head reviews technician",
    "head[]": HEAD,
    ...REVIEWS,
    technician: "isSample isUnclaimed name rating slug",
    "technician.rating": "count counts mean",
  },
  "routes/policies.reviews": {
    "": "appealMonths documentDays proofLevels reasons signals stages subRatings",
    "proofLevels[]": "meaning name",
    "reasons[]": "meaning name",
    "signals[]": "meaning name",
    "stages[]": "meaning name",
  },
  "routes/suggest.what": { "": "suggestions", "suggestions[]": "hint href label value" },
  "routes/suggest.where": { "": "suggestions", "suggestions[]": "label value" },
  // Pictures and nothing else.
  "routes/media.$key.$file": {},
  ...API_KEYS,
  // No JSON: their lines are public addresses.
  "routes/robots[.]txt": {},
  "routes/sitemap[.]xml": {},
  "routes/sitemap.$part": {},
  "routes/compare": {
    "": "groups heads isOnlyDifferences leftOut rowCount unknown",
    "groups[]": "rows title",
    "groups[].rows[]": "cells isDifferent label",
    "groups[].rows[].cells[]": "blocks isKnown state",
    "heads[]": "isSample isUnclaimed name photo slug",
    "heads[].photo": PHOTO,
    rowCount: "all different",
  },
  "routes/shortlist": { "": "cards goneCount isRefused", ...cardKeys("cards[]") },
  "routes/moderation.audit._index": {
    "": "actions filter filterQuery ignored isNewest lines olderBefore standing",
    filter: "action actorId from subject to",
    "lines[]": "action actorId at fromState moderatorName reason sequence subjectId subjectKind toState",
    standing: "broken checkedAt lastSequence",
  },
  "routes/transparency": {
    "": "figures reasonLabels",
    figures: "all appeals bands countedAt investigated months open others reasons reports sampleCount since withdrawn",
    "figures.all": OUTCOMES,
    "figures.appeals": "filed open overturned upheld",
    "figures.bands[]": "changesRequested medianHours published rejected stars timed",
    "figures.investigated": "cleared removed",
    "figures.months[]": `changesRequested medianHours month published rejected timed`,
    "figures.open[]": "count kind medianHours oldestHours",
    "figures.others[]": "accepted kind refused",
    "figures.reasons[]": "changesRequested reason rejected removed",
    "figures.reports[]": "dismissed filed isByTechnician open upheld",
    reasonLabels:
      "accusation_of_crime copied_or_generated duplicate hate_or_threat incentive_undisclosed insider_or_competitor medical_claim not_a_client personal_data photo_edited photo_without_consent promotional too_little_detail wrong_technician",
  },
  "routes/sign-up": {},
  "routes/sign-in._index": {},
  "routes/sign-in.code": {},
  "routes/sign-out": {},
  "routes/reset-password.$token": { "": "isOver" },
  "routes/verify-email.$token": { "": "asksForPassword isOver" },
  "routes/account._index": { "": "address displayName done isAddressConfirmed kinds memberSince" },
  "routes/account.authenticator": { "": "codesLeft isRequired qr recoveryCodes returnTo seed since state" },
  "routes/account.security": {
    "": "address done hasAuthenticator recoveryCodesLeft sessions",
    "sessions[]": "device handle hasSecondFactor isThis lastUsedAt startedAt",
  },
  "routes/confirm": { "": "displayName hasSecondFactor" },
  "routes/moderation.members": {
    "": "canChange done isMore members wanted",
    "members[]":
      "address displayName handle hasAuthenticator isAddressConfirmed isSelf isSuspended kinds memberSince profile sessionCount",
    "members[].profile": "name slug status",
  },
  "routes/account.reviews.$reviewId.follow-up": {
    "": "isJustSaved view",
    view: "form mails nextOn review reviewId sent starsNow technicianName",
    "view.form": "followUpId month photos sentBack values version",
    "view.form.values": "overall",
    "view.mails": "isStopped path",
    "view.review": "overall publishedOn title",
    "view.sent[]": "canBeWithdrawn decision id month status",
  },
  "routes/follow-ups.stop.$token": { "": "isStopped" },
  "routes/account.photos._index": {
    "": "documents done photos",
    "photos[]": "followUpMonth height id isChangeable isConsented key reviewId stage technicianName width",
  },
  "routes/account.photos.$id": {
    "": "backTo isDone photo",
    photo: "followUpMonth height id isChangeable isConsented key reviewId stage technicianName width",
  },
  // A file and nothing else.
  "routes/documents.$id": {},
  "routes/reviews.$reviewId.report": {
    "": "isNotice isSignedIn review",
    review: "authorName id publishedOn slug technicianName text title",
  },
  "routes/reports.$code": {
    "": "closedOn decision notice reason sentOn slug status technicianName",
  },
  "routes/studio.reviews": {
    "": "done page pageCount reviews slug",
    "reviews[]": "authorName can id isSample isUnderInvestigation overall publishedOn reply text title",
    "reviews[].can": "reply withdraw",
    "reviews[].reply": "note reason status text version",
  },
  "routes/moderation.reports._index": {
    "": "done reports",
    reports: "page pageCount rows total",
    "reports.rows[]": "about claim heading id kind path signalCount waiting",
    "reports.rows[].waiting": "isOver left since waited",
  },
  "routes/moderation.reports.$reportId": {
    "": "report",
    report: "can claim explanation history id isHidden notice reason review sender status version waiting",
    "report.can": "decide hide markDefective",
    "report.notice":
      "answer answeredAt authorContact complainant dueAt forwardedAt isContactShared isIdentityShared isOverdue meaning quotedWords stage statement",
    "report.review":
      "authorName below claim facts heading history id isSample kind others photos proof ratings reports reviewId revisions signals status technician text title version waiting",
    "report.review.facts[]": "label value",
    "report.review.others[]": "about at id reason status",
    "report.review.proof": "documentHref isAccepted level mayDecide",
    "report.review.signals": "found isChecked",
    "report.review.technician": "name slug",
    "report.waiting": "isOver left since waited",
  },
  "routes/moderation._index": {
    "": "queues",
    "queues[]": "count oldest overCount queue",
    "queues[].oldest": "isOver left since waited",
  },
  "routes/moderation.reviews._index": {
    "": "done isEmpty kind queue",
    queue: "counts page pageCount rows",
    "queue.counts": "follow_up reply review",
    ...queueRowKeys("queue.rows[]"),
  },
  "routes/moderation.$queue.$id": {
    "": "done item next only",
    ...itemKeys("item"),
    "item.waiting": "isOver left since waited",
    ...queueRowKeys("next[]"),
  },
  "routes/moderation.appeals._index": {
    "": "appeals done",
    appeals: "page pageCount rows",
    ...queueRowKeys("appeals.rows[]"),
  },
  "routes/moderation.appeals.$id": {
    "": "appeal",
    appeal: "claim id isFirst item original otherCount status text version waiting",
    "appeal.original": PAST_DECISION,
    "appeal.waiting": "isOver left since waited",
    ...itemKeys("appeal.item"),
    "appeal.item.history[]": PAST_DECISION,
  },
  // Nobody in the seed sent the same words twice.
  "routes/moderation.bulk": { "": "done groups proposals" },
  "routes/technicians.$slug.reviews.new": {
    "": "form refusal",
    form: "currencies formPath isJustSaved photos proof review technician today values",
    "form.photos[]": "daysSinceLastSession height id isConsented key stage width",
    "form.proof": "document hasCode hasEnquiry",
    "form.review": "id isSentBack savedAt version",
    "form.technician": "name slug",
    "form.values":
      "concern currency dedication healthConsent incentiveNote isIncentivised lastSessionOn needleOpened overall portfolio pricePaid relationship sessions sterile text title treatment understanding wouldRecommend",
  },
  "routes/account.reviews._index": {
    "": "reviews",
    "reviews[]":
      "changedAt closedAt id isFollowUpDue isSample lastSessionOn publishedAt sentAt status technicianName technicianSlug title",
  },
  "routes/account.reviews.$reviewId._index": {
    "": "done isWithdrawing photos review",
    review:
      "appealUntil closedAt concern decision document id incentiveNote isFollowUpDue isHidden isIncentivised isSample isTechnicianListed lastSessionOn needleOpened overall pricePaid proofLevel publishedAt redactionReason relationship sentAt sessions status subRatings technicianName technicianSlug text textAsSent title treatment wouldRecommend",
    "review.decision": "decidedAt note reason",
    "review.subRatings": SUB_RATINGS,
  },
  "routes/terms": { "": "appealMonths suspensionGrounds writeTo" },
  "routes/privacy": { "": "appealMonths documentDays writeTo" },
  ...claims,
  ...profile,
  ...evidence,
  ...desk,
  ...portfolio,
  ...enquiries,
  ...insights,
  // There during development only.
  "routes/mailbox._index": {},
  "routes/mailbox.$file": {},
};
