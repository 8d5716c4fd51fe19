/*
 * How many of their clients a technician invites to review, so that nobody can pick the happy ones unseen. Both numbers
 * are taken from the same months: those of the last twelve for which the technician says how many clients they treated.
 * Enquiries here that were marked as treated count as clients at least.
 */
const SHARE_MONTHS = 12;
export const MOST_CLIENTS_A_MONTH = 1_000;

/** One month: what was declared (null: nothing), what the site knows of, and how many invitations were made. */
export type InvitationMonth = { month: string; declared: number | null; treatedHere: number; invited: number };

export type InvitationShare = {
  /** Per cent, at most 100; null where no month's clients are told or nobody was treated. */
  percent: number | null;
  invited: number;
  treated: number;
  /** Months that count: 0 to 12. */
  months: number;
};

export function invitationShare(months: readonly InvitationMonth[]): InvitationShare {
  let invited = 0;
  let treated = 0;
  let counted = 0;
  for (const month of months) {
    if (month.declared === null) continue;
    counted += 1;
    invited += month.invited;
    treated += Math.max(month.declared, month.treatedHere);
  }
  const percent = treated === 0 ? null : Math.min(100, Math.round((invited * 100) / treated));
  return { percent, invited, treated, months: counted };
}

/** What the profile says of it. */
export function invitationShareWords({ percent, months }: Pick<InvitationShare, "percent" | "months">): string {
  if (percent === null) return "Does not say how many clients are invited to review.";
  const span = months === SHARE_MONTHS ? "last 12 months" : `${months} of the last 12 months`;
  return `Invites ${percent} % of treated clients to review (self-declared count, ${span}).`;
}

/** First days of this month and the eleven before it, newest first: "2026-06-01". */
export function shareMonths(now: Date): string[] {
  return Array.from({ length: SHARE_MONTHS }, (_, ago) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 10),
  );
}
