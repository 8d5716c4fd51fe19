import { describe, expect, it } from "vitest";
import { ENQUIRY_STATUSES } from "#app/domain/enquiries/enquiry.ts";
import type { EnquiryStatus } from "#app/domain/enquiries/enquiry.ts";
import { nextEnquiryStatus } from "#app/domain/enquiries/enquiry-states.ts";
import type { EnquiryEvent } from "#app/domain/enquiries/enquiry-states.ts";

const EVENTS: EnquiryEvent[] = ["answer", "book", "treat", "decline", "close", "withdraw"];

/** What each event makes of each state, in the order of EVENTS; a dash: not possible. */
const TABLE: Record<EnquiryStatus, (EnquiryStatus | "-")[]> = {
  sent: ["answered", "-", "-", "declined", "-", "withdrawn"],
  answered: ["answered", "consultation_booked", "treated", "declined", "closed", "withdrawn"],
  consultation_booked: ["consultation_booked", "consultation_booked", "treated", "declined", "closed", "withdrawn"],
  treated: ["treated", "-", "-", "-", "-", "-"],
  declined: ["-", "-", "-", "-", "-", "-"],
  closed: ["-", "-", "-", "-", "-", "-"],
  withdrawn: ["-", "-", "-", "-", "-", "-"],
};

describe("states of an enquiry", () => {
  it.each(ENQUIRY_STATUSES.flatMap((status) => EVENTS.map((event, at) => [status, event, TABLE[status][at]] as const)))(
    "%s, %s: %s",
    (status, event, expected) => {
      expect(nextEnquiryStatus(status, event)).toBe(expected === "-" ? null : expected);
    },
  );
});
