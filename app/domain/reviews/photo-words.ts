import { PHOTO_REFUSALS } from "#app/domain/media/photo.ts";

/** Pictures of one review, and as many again of each follow-up. */
export const MOST_PHOTOS = 6;
/** What the pictures of one account may weigh together, in bytes; a picture weighs some 100 KB once it is kept. */
export const PHOTO_QUOTA_BYTES = 200 * 1024 * 1024;

/** The wording that an author agrees to by the tick, by version: change the words and the version together. */
export const PHOTO_CONSENT_VERSION = "2026-11";
export const PHOTO_CONSENT_WORDS =
  "This is my own head. I want these photos to be public with my review, and I know that they show something about my health.";
export const PHOTO_PUBLIC_WORDS =
  "What will be public: the picture itself, its stage (before, fresh, healed, settled or aged) and that you sent it. Place, date and camera are taken out of the file. You can take a photo back at any time, and it is gone from everywhere at once.";

/** Why a picture was not kept, as whole sentences for its sender. */
export const PHOTO_PROBLEMS = {
  ...PHOTO_REFUSALS,
  not_found: "The review that this photo belongs to can't be found.",
  closed: "Photos can be added only while the review is a draft or was sent back for changes.",
  too_many: `A review has room for ${MOST_PHOTOS} photos. Remove one first.`,
  too_much: "These photos are too large to be sent together. Send fewer at once.",
  no_consent: "Photos are kept only with your consent to make them public: tick the box for that.",
  quota: "Your photos use up all the room there is for one account. Remove some that you no longer need.",
  no_date: "Say when the photo was taken, or that it shows your head before the treatment.",
  future_date: "A photo can't be from a day that is still to come.",
  no_last_session: "Give the date of your last session first: the age of the result is counted from it.",
  no_room: "The photo could not be kept: there is no room left on our side. Please try again later.",
  too_often: "Many photos came from your account in a short time. Please wait a while and try again.",
} as const;
export type PhotoProblem = keyof typeof PHOTO_PROBLEMS;

/** Of these only the sender can say more; all others are final for the file. */
export function photoProblem(name: string, problem: PhotoProblem): string {
  return `${name}: ${PHOTO_PROBLEMS[problem]}`;
}
