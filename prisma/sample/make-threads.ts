import { followUpRow, replyRow } from "../factories/review-row.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { FollowUpStatus } from "#app/platform/generated/prisma/enums.ts";
import { addDays, daysBetween } from "./days.ts";
import { stageAt } from "./make-reviews.ts";
import type { DraftedReview } from "./make-reviews.ts";
import { Picker } from "./phrase.ts";
import { makeRandom, sampleId } from "./random.ts";
import type { Random } from "./random.ts";
import { FOLLOW_UP, FOLLOW_UP_EXTRA } from "./texts/follow-ups.ts";
import type { Course } from "./texts/follow-ups.ts";
import { REPLY_END, REPLY_START } from "./texts/replies.ts";
import { textKey, verdictOf } from "./write-review.ts";

export type Threads = {
  followUps: (Prisma.ReviewFollowUpCreateManyInput & { id: string; status: FollowUpStatus })[];
  replies: Prisma.ReplyCreateManyInput[];
};

const MONTHS = [1, 6, 12, 24] as const;

/** Happy people stay, improve or fade; unhappy ones never write "still glad", and one star can't fall further. */
function drawCourse(stars: number, month: number, random: Random): Course {
  if (stars >= 4)
    return random.weighted<Course>([
      ["holding", 70],
      ["better", stars === 5 ? 0 : 8],
      ["fading", month >= 12 ? 20 : 11],
      ["worse", month >= 6 ? 7 : 2],
    ]);
  return random.weighted<Course>([
    ["better", 35],
    ["fading", 40],
    ["worse", stars === 1 ? 0 : 25],
  ]);
}

function starsAfter(stars: number, course: Course, random: Random): number | null {
  const now =
    course === "better"
      ? stars + 1
      : course === "worse"
        ? stars - random.int(1, 2)
        : course === "fading" && random.chance(0.35)
          ? stars - 1
          : stars;
  const bounded = Math.min(5, Math.max(1, now));
  return bounded === stars ? null : bounded;
}

/** Tries until a text is new; the banks are large enough for that. */
function newText(make: () => string, taken: Set<string>): string {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const text = make();
    if (text === "" || taken.has(textKey(text))) continue;
    taken.add(textKey(text));
    return text;
  }
  throw new Error("The text banks are used up");
}

/** What clients added later and what technicians answered. `taken` holds the keys of all texts written so far. */
export function makeThreads(reviews: readonly DraftedReview[], today: Date, taken: Set<string>): Threads {
  const random = makeRandom("threads");
  const picker = new Picker(random.fork("words"));
  const threads: Threads = { followUps: [], replies: [] };
  let pendingReplies = 8;
  for (const review of reviews) {
    const { row } = review;
    if (row.status !== "published" && row.status !== "under_investigation") continue;
    addFollowUps(threads, review, picker, random, today, taken);
    const keen = makeRandom(`replies/${review.plan.id}`).next() * 0.62;
    if (review.plan.ownerId === null || !random.chance(keen)) continue;
    const verdict = verdictOf(review.stars);
    const text = newText(
      () =>
        picker.join(
          [REPLY_START[verdict], ...(random.chance(0.85) || verdict !== "good" ? [REPLY_END[verdict]] : [])],
          review.facts,
        ),
      taken,
    );
    const shownAt = new Date(row.publishedAt ?? today);
    const submittedAt = addDays(shownAt, 0.5 + random.next() * 12);
    if (submittedAt > today) continue;
    const isPending = pendingReplies > 0 && daysBetween(submittedAt, today) < 15;
    if (isPending) pendingReplies -= 1;
    const publishedAt = isPending ? null : addDays(submittedAt, 0.2 + random.next());
    threads.replies.push({
      ...replyRow({ reviewId: row.id, text, status: isPending ? "pending" : "published", submittedAt, isSample: true }),
      publishedAt,
    });
  }
  return threads;
}

function addFollowUps(
  threads: Threads,
  { row, facts, stars: firstStars }: DraftedReview,
  picker: Picker,
  random: Random,
  today: Date,
  taken: Set<string>,
): void {
  const lastSession = new Date(row.lastSessionOn ?? today);
  let stars: number = firstStars;
  let willing = 0.17;
  for (const month of MONTHS) {
    const submittedAt = addDays(lastSession, month * 30.44 + random.int(-6, 14) + random.next() * 0.5);
    if (submittedAt < addDays(new Date(row.publishedAt ?? today), 12) || submittedAt > today) continue;
    if (!random.chance(willing)) continue;
    willing = 0.5;
    const course = drawCourse(stars, month, random);
    const bank = FOLLOW_UP[month][course] ?? FOLLOW_UP[month].holding ?? [];
    const timeless = { ...facts, weeks: undefined, months: undefined };
    const text = newText(() => picker.join([bank, ...(random.chance(0.55) ? [FOLLOW_UP_EXTRA] : [])], timeless), taken);
    const overall = starsAfter(stars, course, random);
    const daysSinceLastSession = Math.max(1, daysBetween(lastSession, submittedAt));
    const isRecent = daysBetween(submittedAt, today) < 5;
    const status: FollowUpStatus = isRecent
      ? "pending"
      : random.weighted([
          ["published", 97],
          ["rejected", 1],
          ["withdrawn", 1],
          ["draft", 1],
        ]);
    threads.followUps.push({
      ...followUpRow({
        id: sampleId("follow-up", row.id, month),
        reviewId: row.id,
        month,
        daysSinceLastSession,
        isStillAsWanted:
          course === "holding" || course === "better"
            ? stars >= 3
            : random.weighted([
                [false, 80],
                [null, 20],
              ]),
        wouldDoAgain: random.chance(0.2) ? null : (overall ?? stars) >= 3,
        hadTopUp: stageAt(daysSinceLastSession) === "fresh" ? false : course === "better" || random.chance(0.12),
        overall,
        text,
        submittedAt: status === "draft" ? null : submittedAt,
        publishedAt: status === "published" ? addDays(submittedAt, 0.3 + random.next()) : null,
        isSample: true,
        createdAt: submittedAt,
      }),
      status,
    });
    if (status === "published" && overall !== null) stars = overall;
  }
}
