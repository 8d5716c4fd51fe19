import { PHOTO_REFUSALS } from "#app/domain/media/photo.ts";

export const MOST_CASE_PHOTOS = 8;
/** Cases of one technician that are not withdrawn. */
export const MOST_CASES = 60;
/** What the pictures of one portfolio may weigh together, in bytes, with those that are on their way. */
export const PORTFOLIO_QUOTA_BYTES = 400 * 1024 * 1024;
export const LONGEST_CASE_TITLE = 120;
export const LONGEST_CAPTION = 160;
export const MOST_CASE_SESSIONS = 20;

/** The steps of each scale. */
export const SCALE_STEPS = { norwood: 7, ludwig: 3 } as const;

/** Pieces that a picture is sent in, in bytes. Only the last one may be smaller than the least. */
export const PIECE_BYTES = 512 * 1024;
export const LEAST_PIECE_BYTES = 32 * 1024;
/** How long a picture that was begun waits for the rest of it. */
export const PENDING_HOURS = 24;

/** Why a picture was not kept, as whole sentences. */
export const CASE_PHOTO_PROBLEMS = {
  ...PHOTO_REFUSALS,
  not_found: "The case that this picture belongs to can’t be found.",
  closed: "Pictures can be changed only while the case is a draft or was sent back for changes.",
  too_many: `A case has room for ${MOST_CASE_PHOTOS} pictures. Remove one first, or discard one that was not sent to the end.`,
  too_much: "These pictures are too large to be sent together. Send fewer at once.",
  quota: "Your pictures use up all the room there is for one portfolio. Remove some that you no longer need.",
  no_date: "Give the day the picture was taken, or say that it is from before the treatment.",
  future_date: "A picture can’t be from a day that is still to come.",
  no_last_session: "Give the date of the last session first: the age of the result is counted from it.",
  before_last_session: "That day is before the last session: call it a picture from before.",
  no_room: "The picture could not be kept: there is no room left on our side. Please try again later.",
  too_often: "Many pictures came from your account in a short time. Please wait a while and try again.",
  no_file: "Choose a picture first.",
  another_file: "This is another file than the one that was begun. Discard that one, or choose the same file again.",
  more_than_announced: "More came of this file than it was said to have. Choose it again.",
  gone: "What was sent of this picture is no longer kept. Choose the file again.",
} as const;
export type CasePhotoProblem = keyof typeof CASE_PHOTO_PROBLEMS;
