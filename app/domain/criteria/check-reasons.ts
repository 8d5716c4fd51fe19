/**
 * Why a moderator did not accept what a technician handed in, or took it back. A key is the same in the schema, the
 * form and the record; `title` is what people read, `rule` says when it applies and what its sender can do. Which
 * reasons a form offers is for the noun to say.
 */
export const CHECK_REASONS = {
  unreadable: {
    title: "Can’t be read",
    rule: "Part of the document is blurred, cut off or too small. Send a sharper picture or the original file.",
  },
  incomplete: {
    title: "Something is missing",
    rule: "A page, a date or a signature that the fact depends on is not there. Send the whole document.",
  },
  not_this_kind: {
    title: "Another kind of document",
    rule: "The document shows something else than what it was handed in for. Hand it in under its own kind.",
  },
  name_differs: {
    title: "The name is another one",
    rule: "The document names somebody else. Show what connects the two names.",
  },
  place_differs: {
    title: "The place is another one",
    rule: "The document is for other premises than those on the profile.",
  },
  number_not_found: {
    title: "Not found at the source",
    rule: "The authority’s register does not have this number, or has it for somebody else.",
  },
  out_of_date: { title: "Out of date", rule: "The document had run out on the day it was handed in." },
  revoked_at_source: {
    title: "Revoked by the authority",
    rule: "The authority says that it no longer holds.",
  },
  altered: { title: "Altered", rule: "The document was changed after it was issued." },
  used_by_another: {
    title: "Used on another profile",
    rule: "The same number or picture stands on the profile of somebody else, and is theirs.",
  },
  not_their_work: {
    title: "Work of somebody else",
    rule: "Only treatments done by the technician themselves can be shown.",
  },
  consent_missing: {
    title: "Consent is missing",
    rule: "The person in the pictures has not said by their own link that these pictures may be shown.",
  },
  shows_identity: {
    title: "Shows who it is",
    rule: "A face or another mark makes the person known, and they did not agree to that. Cut or cover it.",
  },
  photo_edited: {
    title: "Edited pictures",
    rule: "Retouched or filtered pictures don’t show the result. Send them as they were taken.",
  },
  age_contradicted: {
    title: "The age can’t be right",
    rule: "What the pictures show contradicts the dates that were given.",
  },
  not_smp: { title: "Not SMP", rule: "The pictures show another treatment than scalp micropigmentation." },
  not_proven: {
    title: "Not proven",
    rule: "What was handed in does not show that this listing is theirs.",
  },
  better_proven_by_another: {
    title: "Proven by somebody else",
    rule: "Somebody else has shown that this listing is theirs.",
  },
} as const;
export type CheckReason = keyof typeof CHECK_REASONS;
