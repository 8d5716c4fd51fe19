/*
 * What an author signs, word for word. A changed wording gets a new version: a review keeps the version it was signed
 * under, so that nobody is held to words they never saw.
 */
export const ATTESTATION_VERSION = "2026-01";
export const ATTESTATION_WORDS =
  "I was a client of this technician and I tell what I lived through myself. I am not the technician, I don’t work for them and I don’t compete with them. I have said above whether we know each other and whether I got anything for this review.";

/** The consent to keep and show what kind of hair loss somebody has, apart from everything else that is agreed to. */
export const HEALTH_CONSENT_VERSION = "2026-01";
export const HEALTH_CONSENT_WORDS =
  "I agree that Hairline keeps this health detail and shows it beside my review. I can take this back at any time under My reviews; it is then deleted.";
