import { dayNumber } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { isConfirmationOld } from "#app/domain/technicians/confirmation.ts";

/** What decides the next steps of whoever keeps a profile. */
export type StudioFacts = {
  isPublished: boolean;
  /** Enquiries that nobody has answered yet. */
  unansweredEnquiries: number;
  /** Evidence that a moderator could not read. */
  needsBetterCopy: number;
  hasAuthorisationEvidence: boolean;
  /** Verified evidence whose last day is past, and such that ends within 30 days. */
  expiredEvidence: number;
  expiringEvidence: number;
  portfolioCases: number;
  priceBands: number;
  reviewsWithoutReply: number;
  /** Since when the profile has been as it is: last confirmed, else published. */
  confirmedOn: Day | null;
  lastInvitedOn: Day | null;
};

export type NextStep = {
  key: string;
  title: string;
  /** Why it matters, in one sentence. */
  why: string;
  href: string;
  /** The words of the link. */
  label: string;
};

const INVITE_AFTER_DAYS = 91;

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/**
 * What to do next, most pressing first: being public at all, then people and moderators who wait for an answer, then what
 * is about to lapse, then what clients look for and don't find, then what keeps a profile true. Nothing is asked twice: a
 * profile that isn't public yet has no reviews to answer and no clients to invite.
 */
export function nextSteps(facts: StudioFacts, today: Day): NextStep[] {
  const steps: (NextStep | false)[] = [
    !facts.isPublished && {
      key: "publish",
      title: "Publish your profile",
      why: "Until then nobody finds you in search, and nobody can send you an enquiry.",
      href: "/studio/publish",
      label: "See what is missing",
    },
    facts.unansweredEnquiries > 0 && {
      key: "enquiries",
      title: `Answer ${some(facts.unansweredEnquiries, "enquiry", "enquiries")}`,
      why: "Whoever asks writes to two or three technicians, and how soon you answer stands on your profile.",
      href: "/studio/enquiries",
      label: "Open your enquiries",
    },
    facts.needsBetterCopy > 0 && {
      key: "better_copy",
      title: `Send a better copy of ${some(facts.needsBetterCopy, "document", "documents")}`,
      why: "A moderator could not read it, so it counts for nothing until they can.",
      href: "/studio/criteria",
      label: "Send it again",
    },
    facts.expiredEvidence > 0 && {
      key: "expired",
      title: `Renew ${some(facts.expiredEvidence, "paper that has", "papers that have")} run out`,
      why: "Your profile and search say so since the day it ended.",
      href: "/studio/criteria",
      label: "Hand in the new one",
    },
    facts.expiringEvidence > 0 && {
      key: "expiring",
      title: `Renew ${some(facts.expiringEvidence, "paper that ends", "papers that end")} within 30 days`,
      why: "Handed in now, the new one is checked before the old one ends, and nothing lapses in between.",
      href: "/studio/criteria",
      label: "Hand in the new one",
    },
    !facts.hasAuthorisationEvidence && {
      key: "authorisation",
      title: "Show that you are allowed to do this",
      why: "It is the first thing clients ask for, and whoever searches for checked licences doesn’t find you without it.",
      href: "/studio/criteria",
      label: "Add your licence or registration",
    },
    facts.portfolioCases === 0 && {
      key: "portfolio",
      title: "Add a case to your portfolio",
      why: "People choose by healed results on a head like theirs.",
      href: "/studio/portfolio",
      label: "Add a case",
    },
    facts.priceBands === 0 && {
      key: "prices",
      title: "Say what it costs",
      why: "Whoever searches with a budget sees only technicians with prices.",
      href: "/studio/profile",
      label: "Add prices",
    },
    facts.isPublished &&
      facts.reviewsWithoutReply > 0 && {
        key: "replies",
        title: `Reply to ${some(facts.reviewsWithoutReply, "review", "reviews")}`,
        why: "Readers look at how you answer, above all where something went wrong.",
        href: "/studio/reviews",
        label: "Read your reviews",
      },
    facts.isPublished &&
      isLongAgo(facts.lastInvitedOn, today, INVITE_AFTER_DAYS) && {
        key: "invitations",
        title: "Invite your clients to review you",
        why: "Nobody was invited in the last three months, and reviews of clients who were count as confirmed.",
        href: "/studio/invitations",
        label: "Invite every client",
      },
    facts.isPublished &&
      isConfirmationOld(facts.confirmedOn, today) && {
        key: "confirm",
        title: "Confirm that everything is still right",
        why: "Clients see on what day you last did, and it was more than six months ago.",
        href: "/studio/profile",
        label: "Look it over",
      },
  ];
  return steps.filter((step) => step !== false);
}

function isLongAgo(day: Day | null, today: Day, days: number): boolean {
  return day === null || dayNumber(today) - dayNumber(day) > days;
}
