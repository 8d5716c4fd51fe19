import { ENQUIRY_STATUSES } from "#app/domain/enquiries/enquiry.ts";
import type { EnquiryStatus } from "#app/domain/enquiries/enquiry.ts";
import { transitions } from "#app/platform/transition-table.ts";

export type EnquiryEvent = "answer" | "book" | "treat" | "decline" | "close" | "withdraw";

/*
 * Withdrawing is the client's, all else the technician's. A booked consultation can be moved, and who was treated can
 * still be written to; what was declined, closed or withdrawn is over.
 */
const table = transitions<EnquiryStatus, EnquiryEvent>(ENQUIRY_STATUSES, {
  sent: { answer: "answered", decline: "declined", withdraw: "withdrawn" },
  answered: {
    answer: "answered",
    book: "consultation_booked",
    treat: "treated",
    decline: "declined",
    close: "closed",
    withdraw: "withdrawn",
  },
  consultation_booked: {
    answer: "consultation_booked",
    book: "consultation_booked",
    treat: "treated",
    decline: "declined",
    close: "closed",
    withdraw: "withdrawn",
  },
  treated: { answer: "treated" },
  declined: {},
  closed: {},
  withdrawn: {},
});

export const nextEnquiryStatus = table.next;
