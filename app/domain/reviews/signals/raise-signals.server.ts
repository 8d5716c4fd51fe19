import { findBurst } from "#app/domain/reviews/signals/find-burst.ts";
import { findImpossibleDates } from "#app/domain/reviews/signals/find-impossible-dates.ts";
import { findNearIdentical } from "#app/domain/reviews/signals/find-near-identical.ts";
import { findNewAccount } from "#app/domain/reviews/signals/find-new-account.ts";
import { findPictureReuse } from "#app/domain/reviews/signals/find-picture-reuse.ts";
import { findReciprocal } from "#app/domain/reviews/signals/find-reciprocal.ts";
import { findSharedContact } from "#app/domain/reviews/signals/find-shared-contact.ts";
import { findSharedDevice } from "#app/domain/reviews/signals/find-shared-device.ts";
import { gatherAccount, gatherReciprocal } from "#app/domain/reviews/signals/gather-account.server.ts";
import { gatherBurst } from "#app/domain/reviews/signals/gather-burst.server.ts";
import { gatherDevices } from "#app/domain/reviews/signals/gather-devices.server.ts";
import { gatherPictures } from "#app/domain/reviews/signals/gather-pictures.server.ts";
import { gatherTexts } from "#app/domain/reviews/signals/gather-texts.server.ts";
import { openCases } from "#app/domain/reviews/signals/open-case.server.ts";
import { findReviewUnderTest } from "#app/domain/reviews/signals/review-under-test.server.ts";
import type { ReviewUnderTest } from "#app/domain/reviews/signals/review-under-test.server.ts";
import type { Signal } from "#app/domain/reviews/signals/signal.ts";
import { writeSignal } from "#app/domain/reviews/signals/write-signal.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** One rule after another: they share a transaction's connection, and none needs another's answer. */
const RULES: ((review: ReviewUnderTest, tx: Db) => Promise<Signal | null>)[] = [
  async (review, tx) => findBurst(await gatherBurst(review, tx)),
  async (review, tx) => findNearIdentical(await gatherTexts(review, tx)),
  async (review, tx) => findSharedDevice(await gatherDevices(review, tx)),
  async (review, tx) => {
    const facts = await gatherAccount(review, tx);
    return facts && findNewAccount(facts);
  },
  async (review) => findImpossibleDates(datesOf(review)),
  async (review, tx) => findReciprocal(await gatherReciprocal(review, tx)),
  async (review, tx) => findPictureReuse(await gatherPictures(review, tx)),
  async ({ author, technician }) =>
    findSharedContact({
      authorEmail: author?.email ?? null,
      ownerEmail: technician.owner?.email ?? null,
      websiteUrl: technician.websiteUrl,
    }),
];

function datesOf({ lastSessionOn, submittedAt, technician, photos }: ReviewUnderTest) {
  const results = photos.filter(({ stage }) => stage !== "before");
  const photoDays = results.flatMap(({ daysSinceLastSession }) => daysSinceLastSession ?? []);
  return { lastSessionOn, submittedAt, photoDays, practisingSince: technician.practisingSince };
}

/**
 * Looks for everything about a review that a moderator should see, and writes it down: one line per kind, the newest
 * finding in place of an older one. Signals hold a review for a human and never decide about it. Looking again after a
 * change takes away what is no longer true. Published reviews that share a picture with it get a case of their own.
 */
export async function raiseSignals(reviewId: string, now: Date, tx: Db): Promise<Signal[]> {
  const review = await findReviewUnderTest(reviewId, tx);
  if (review === null) return [];
  const signals: Signal[] = [];
  for (const rule of RULES) {
    const signal = await rule(review, tx);
    if (signal !== null) signals.push(signal);
  }
  const kinds = signals.map(({ kind }) => kind);
  // Serial reporting is written when a report arrives, not here.
  await tx.reviewSignal.deleteMany({ where: { reviewId, kind: { notIn: [...kinds, "serial_reporting"] } } });
  for (const signal of signals) await writeSignal(reviewId, signal, now, tx);
  await tx.review.updateMany({ where: { id: reviewId }, data: { signalsCheckedAt: now } });
  const reused = signals.find(({ kind }) => kind === "picture_reuse");
  if (reused) await openCases(reviewId, reused, now, tx);
  return signals;
}
