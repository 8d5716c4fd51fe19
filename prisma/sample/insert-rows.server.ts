import type { Db } from "#app/platform/db.server.ts";

const BATCH = 1_000;

/** Hands a table's rows to `write` as JSON, a thousand at a time. */
export async function inBatches<T>(rows: readonly T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) await write(rows.slice(start, start + BATCH));
}

type Insert = (tx: Db, json: string) => Promise<number>;

/**
 * The ten long tables, each row set as one JSON parameter: for the whole sample set `createMany` spends nine seconds
 * of processor time on its parameters, this less than one. Every column that the sample rows fill is named; the
 * others get their defaults, and a row that is there already is an error.
 */
export const INSERTS = {
  users: (tx, json) => tx.$executeRaw`
    INSERT INTO "User" (
      "id", "email", "passwordHash", "displayName", "roles", "emailVerifiedAt", "isSample",
      "createdAt", "updatedAt")
    SELECT
      "id", "email", "passwordHash", "displayName", "roles", "emailVerifiedAt", "isSample",
      "createdAt", "updatedAt"
    FROM json_populate_recordset(NULL::"User", ${json}::json)`,
  evidence: (tx, json) => tx.$executeRaw`
    INSERT INTO "Evidence" (
      "id", "technicianId", "criterion", "kind", "status", "version", "issuedOn", "expiresOn",
      "noExpiryReason", "source", "sourceUrl", "checkedById", "checkedOn", "submittedAt",
      "supersededById", "isSample", "createdAt", "updatedAt")
    SELECT
      "id", "technicianId", "criterion", "kind", "status", "version", "issuedOn", "expiresOn",
      "noExpiryReason", "source", "sourceUrl", "checkedById", "checkedOn", "submittedAt",
      "supersededById", "isSample", "createdAt", "updatedAt"
    FROM json_populate_recordset(NULL::"Evidence", ${json}::json)`,
  prices: (tx, json) => tx.$executeRaw`
    INSERT INTO "PriceBand" (
      "id", "technicianId", "treatment", "scale", "bandFrom", "bandTo", "amountFrom", "amountTo",
      "currency", "sessionsIncluded", "topUpIncluded", "topUpWithinMonths", "deposit", "confirmedOn",
      "position", "isSample")
    SELECT
      "id", "technicianId", "treatment", "scale", "bandFrom", "bandTo", "amountFrom", "amountTo",
      "currency", "sessionsIncluded", "topUpIncluded", "topUpWithinMonths", "deposit", "confirmedOn",
      "position", "isSample"
    FROM json_populate_recordset(NULL::"PriceBand", ${json}::json)`,
  reviews: (tx, json) => tx.$executeRaw`
    INSERT INTO "Review" (
      "id", "technicianId", "authorId", "status", "version", "overall", "understanding", "sterile",
      "dedication", "portfolio", "wouldRecommend", "needleOpened", "treatment", "concern", "sessions",
      "pricePaid", "currency", "lastSessionOn", "title", "text", "attestationVersion", "attestedAt",
      "relationship", "isIncentivised", "incentiveNote", "proofLevel", "removalReason", "submittedAt",
      "publishedAt", "closedAt", "isSample", "createdAt", "updatedAt")
    SELECT
      "id", "technicianId", "authorId", "status", "version", "overall", "understanding", "sterile",
      "dedication", "portfolio", "wouldRecommend", "needleOpened", "treatment", "concern", "sessions",
      "pricePaid", "currency", "lastSessionOn", "title", "text", "attestationVersion", "attestedAt",
      "relationship", "isIncentivised", "incentiveNote", "proofLevel", "removalReason", "submittedAt",
      "publishedAt", "closedAt", "isSample", "createdAt", "updatedAt"
    FROM json_populate_recordset(NULL::"Review", ${json}::json)`,
  followUps: (tx, json) => tx.$executeRaw`
    INSERT INTO "ReviewFollowUp" (
      "id", "reviewId", "status", "month", "daysSinceLastSession", "isStillAsWanted", "wouldDoAgain",
      "hadTopUp", "overall", "text", "submittedAt", "publishedAt", "isSample", "createdAt")
    SELECT
      "id", "reviewId", "status", "month", "daysSinceLastSession", "isStillAsWanted", "wouldDoAgain",
      "hadTopUp", "overall", "text", "submittedAt", "publishedAt", "isSample", "createdAt"
    FROM json_populate_recordset(NULL::"ReviewFollowUp", ${json}::json)`,
  replies: (tx, json) => tx.$executeRaw`
    INSERT INTO "Reply" (
      "reviewId", "status", "text", "submittedAt", "publishedAt", "isSample")
    SELECT
      "reviewId", "status", "text", "submittedAt", "publishedAt", "isSample"
    FROM json_populate_recordset(NULL::"Reply", ${json}::json)`,
  photos: (tx, json) => tx.$executeRaw`
    INSERT INTO "Photo" (
      "id", "portfolioCaseId", "reviewId", "storageKey", "width", "height", "placeholderColour",
      "perceptualHash", "stage", "daysSinceLastSession", "caption", "position", "isSample")
    SELECT
      "id", "portfolioCaseId", "reviewId", "storageKey", "width", "height", "placeholderColour",
      "perceptualHash", "stage", "daysSinceLastSession", "caption", "position", "isSample"
    FROM json_populate_recordset(NULL::"Photo", ${json}::json)`,
  visitCodes: (tx, json) => tx.$executeRaw`
    INSERT INTO "VisitCode" (
      "id", "technicianId", "codeHash", "expiresAt", "usedAt", "createdAt")
    SELECT
      "id", "technicianId", "codeHash", "expiresAt", "usedAt", "createdAt"
    FROM json_populate_recordset(NULL::"VisitCode", ${json}::json)`,
  visitProofs: (tx, json) => tx.$executeRaw`
    INSERT INTO "VisitProof" (
      "reviewId", "level", "visitCodeId", "decidedAt")
    SELECT
      "reviewId", "level", "visitCodeId", "decidedAt"
    FROM json_populate_recordset(NULL::"VisitProof", ${json}::json)`,
  decisions: (tx, json) => tx.$executeRaw`
    INSERT INTO "ModerationDecision" (
      "id", "subjectKind", "subjectId", "moderatorId", "fromState", "toState", "reason", "checkReason", "note",
      "subjectVersion", "waitingSince", "stars", "isSample", "decidedAt")
    SELECT
      "id", "subjectKind", "subjectId", "moderatorId", "fromState", "toState", "reason", "checkReason", "note",
      "subjectVersion", "waitingSince", "stars", "isSample", "decidedAt"
    FROM json_populate_recordset(NULL::"ModerationDecision", ${json}::json)`,
} satisfies Record<string, Insert>;
