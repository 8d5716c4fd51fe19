/**
 * What the person in the pictures agrees to, by version: change the words and the version together. The second is for
 * technicians who show their own head.
 */
export const CASE_CONSENT_VERSION = "case-2026-11";
export const OWN_HEAD_CONSENT_VERSION = "own-head-2026-11";

/** Days in which a yes can be given. Taking it back is always possible. */
export const CONSENT_DAYS = 30;

export const CASE_CONSENT_WORDS =
  "These pictures show me. They may be shown in public on Hairline, in the portfolio of this technician, and I know that they say something about my health.";
export const OWN_HEAD_WORDS =
  "The pictures show myself. I want them to be public, and I know that they say something about my health.";
