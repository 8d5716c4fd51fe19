import { followUpInviteMail } from "#app/domain/reviews/follow-up-mails.ts";
import { followUpToAskFor } from "#app/domain/reviews/follow-up-months.ts";
import { FOLLOWABLE } from "#app/domain/reviews/own-follow-ups.server.ts";
import { stopFollowUpsPath } from "#app/domain/reviews/stop-follow-ups.server.ts";
import { LOWEST_ID } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

const BATCH = 200;
/** Nobody is asked sooner; from then on the calendar decides. */
const SHORTEST_MONTH_MS = 28 * DAY_MS;

/**
 * Asks the authors of published reviews how it looks now, each once for each time (see follow-up-months). Not those
 * who stopped it, who are suspended or whose address is not confirmed, and not for a follow-up that was begun. Sample
 * reviews have nobody to ask. Returns how many were asked.
 */
export async function askForFollowUps(now: Date): Promise<number> {
  let asked = 0;
  for (let after = LOWEST_ID; ;) {
    const reviews = await findBatch(after, now);
    for (const review of reviews) if (await ask(review, now)) asked += 1;
    const last = reviews.at(-1);
    if (!last || reviews.length < BATCH) return asked;
    after = last.id;
  }
}

function findBatch(after: string, now: Date) {
  return db().review.findMany({
    where: {
      id: { gt: after },
      status: FOLLOWABLE,
      isHidden: false,
      isSample: false,
      followUpsStoppedAt: null,
      lastSessionOn: { lte: new Date(now.getTime() - SHORTEST_MONTH_MS) },
      submittedAt: { not: null },
      author: { suspendedAt: null, emailVerifiedAt: { not: null } },
      technician: { status: { in: ["published", "unclaimed"] } },
    },
    orderBy: { id: "asc" },
    take: BATCH,
    select: {
      id: true,
      lastSessionOn: true,
      submittedAt: true,
      author: { select: { email: true } },
      technician: { select: { name: true } },
      followUps: { select: { month: true } },
      invites: { select: { month: true } },
    },
  });
}

type Candidate = Awaited<ReturnType<typeof findBatch>>[number];

async function ask({ id: reviewId, ...review }: Candidate, now: Date): Promise<boolean> {
  const { lastSessionOn, submittedAt, author, technician } = review;
  if (!lastSessionOn || !submittedAt || !author) return false;
  const month = followUpToAskFor({ lastSessionOn, submittedAt }, now);
  if (month === null || [...review.invites, ...review.followUps].some((one) => one.month === month)) return false;
  return db().$transaction(async (tx) => {
    const data = [{ reviewId, month, sentAt: now }];
    const { count } = await tx.followUpInvite.createMany({ data, skipDuplicates: true });
    if (count === 0) return false;
    const stopPath = stopFollowUpsPath(reviewId);
    const mail = { reviewId, month, to: author.email, technicianName: technician.name, stopPath };
    await queueMail(followUpInviteMail(mail), tx);
    return true;
  });
}
