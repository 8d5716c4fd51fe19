import { z } from "zod";
import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import { EVIDENCE_KINDS, EVIDENCE_WORDS, evidenceHeadingWords } from "#app/domain/moderation/evidence-words.ts";
import { HANDED_IN_KINDS, handedInPath } from "#app/domain/moderation/handed-in.ts";
import type { HandedInKind } from "#app/domain/moderation/handed-in.ts";
import { handedInSql } from "#app/domain/moderation/handed-in-items.server.ts";
import {
  queueClaimColumns,
  queueClaimJoinSql,
  queueClaimSql,
  toQueueClaim,
} from "#app/domain/moderation/queue-claim.server.ts";
import { describeWaiting, QUEUE_ITEMS_PER_PAGE } from "#app/domain/moderation/queue.ts";
import type { QueueRow } from "#app/domain/moderation/queue.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import { shownPage } from "#app/platform/paging.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

const evidenceKind = z.enum(EVIDENCE_KINDS as [EvidenceKind, ...EvidenceKind[]]).nullable();
const row = z.object({
  kind: z.enum(HANDED_IN_KINDS),
  evidenceKind,
  id: z.uuid(),
  since: z.date(),
  heading: z.string(),
  about: z.string(),
  remark: z.string().nullable(),
  ...queueClaimColumns,
});

export type HandedInPage = {
  rows: QueueRow[];
  page: number;
  pageCount: number;
  /** All that wait of the kind. */
  count: number;
  /** Of evidence: how many of each kind of it. */
  counts?: Partial<Record<EvidenceKind, number>>;
};

/**
 * One page of what waits of one kind, longest first, of evidence only one kind of it where `evidenceKind` names one; a moderator's
 * own matters are in no number and no list of theirs.
 */
export async function listHandedIn(
  viewer: Pick<Viewer, "userId">,
  { kind, evidenceKind: only = null, page }: { kind: HandedInKind; evidenceKind?: EvidenceKind | null; page: number },
  now: Date,
  tx: Db = db(),
): Promise<HandedInPage> {
  const waiting = handedInSql(viewer.userId);
  const counted = z.array(z.object({ evidenceKind, count: z.number() })).parse(
    await tx.$queryRaw`
      SELECT q."evidenceKind", count(*)::int AS count FROM (${waiting}) q WHERE NOT q."isOwn" AND q.kind = ${kind} GROUP BY q."evidenceKind"`,
  );
  const counts = Object.fromEntries(
    counted.flatMap((one) => (one.evidenceKind === null ? [] : [[one.evidenceKind, one.count]])),
  );
  const count = counted.reduce((sum, one) => sum + one.count, 0);
  const shown = shownPage(page, only === null ? count : (counts[only] ?? 0), QUEUE_ITEMS_PER_PAGE);
  const rows = await tx.$queryRaw`
    SELECT q.kind, q."evidenceKind", q.id, q.since, q.heading, q.about, q.remark, ${queueClaimSql}
    FROM (${waiting}) q ${queueClaimJoinSql(Prisma.sql`q.kind`, now)}
    WHERE NOT q."isOwn" AND q.kind = ${kind} AND (${only}::text IS NULL OR q."evidenceKind" = ${only})
    ORDER BY q.since, q.id
    LIMIT ${QUEUE_ITEMS_PER_PAGE}::int OFFSET ${shown.offset}::int`;
  return {
    rows: z
      .array(row)
      .parse(rows)
      .map(({ since, remark, ...found }) => ({
        id: found.id,
        kind: found.kind,
        path: handedInPath(found.kind, found.id),
        heading: found.heading === "" ? "Without a title" : evidenceHeadingWords(found.heading),
        ...(found.evidenceKind === null ? {} : { what: EVIDENCE_WORDS[found.evidenceKind].one }),
        about: found.about,
        waiting: describeWaiting(since, now),
        signalCount: null,
        claim: toQueueClaim(found, viewer.userId),
        ...(remark === null ? {} : { remark }),
      })),
    page: shown.page,
    pageCount: shown.pageCount,
    count,
    ...(kind === "evidence" ? { counts } : {}),
  };
}

/** How many of the oldest are tried when others take the first ones at the same moment. */
const TRIES = 5;

/** What has waited longest and nobody else has open, oldest first: the candidates for "next item". */
export async function listNextHandedIn(
  viewer: Pick<Viewer, "userId">,
  { kind, evidenceKind: only = null }: { kind: HandedInKind; evidenceKind?: EvidenceKind | null },
  now: Date,
  tx: Db = db(),
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT q.id::text FROM (${handedInSql(viewer.userId)}) q
    WHERE NOT q."isOwn" AND q.kind = ${kind} AND (${only}::text IS NULL OR q."evidenceKind" = ${only}) AND NOT EXISTS (
      SELECT 1 FROM "ModerationClaim" c WHERE c."subjectKind"::text = q.kind AND c."subjectId" = q.id
        AND c."expiresAt" > ${now} AND c."moderatorId" <> ${viewer.userId}::uuid)
    ORDER BY q.since, q.id LIMIT ${TRIES}::int`;
  return rows.map(({ id }) => id);
}
