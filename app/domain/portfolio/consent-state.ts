/*
 * Whether the person in the pictures of a case agreed to show them. A yes is for the pictures that it was given for:
 * one that is added, turned or covered afterwards is another picture and needs another yes. A no and no answer look
 * the same to the technician.
 */
export type ConsentState = "not_asked" | "waiting" | "given" | "not_given" | "pictures_changed" | "taken_back";

export type ConsentFacts = {
  /** The pictures that the case has now, and those that somebody said yes to and did not take it back. */
  photoIds: readonly string[];
  consentedPhotoIds: readonly string[];
  /** The newest request; null when nobody was asked. */
  request: {
    expiresAt: Date;
    confirmedAt: Date | null;
    declinedAt: Date | null;
    withdrawnAt: Date | null;
  } | null;
};

export function consentStateOf({ photoIds, consentedPhotoIds, request }: ConsentFacts, now: Date): ConsentState {
  if (request?.withdrawnAt) return "taken_back";
  if (photoIds.length > 0 && photoIds.every((id) => consentedPhotoIds.includes(id))) return "given";
  if (!request) return "not_asked";
  if (request.confirmedAt) return "pictures_changed";
  return request.declinedAt !== null || request.expiresAt <= now ? "not_given" : "waiting";
}

export const CONSENT_STATE_WORDS: Record<ConsentState, string> = {
  not_asked: "Nobody was asked yet.",
  waiting: "Asked. There is no answer yet.",
  given: "Given, for exactly these pictures.",
  not_given: "Not given.",
  pictures_changed: "Given for other pictures: some were added, turned or covered since. It needs a new yes.",
  taken_back: "Taken back.",
};
