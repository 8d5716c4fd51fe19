import type { ReviewReason } from "#app/platform/generated/prisma/enums.ts";

/** Why people report a review, by the reason that they choose. */
export const REPORT_TEXTS: Partial<Record<ReviewReason, readonly string[]>> = {
  not_a_client: [
    "We have {nobody|no client} with these dates in our {diary|books}.",
    "I {work|worked} here that month and there was no {such|} {session|appointment}.",
    "This person {only|} came for a consultation and {never|did not} {booked|had a treatment}.",
  ],
  insider_or_competitor: [
    "The writer {works|worked} for {a studio|the studio} {two streets|down the road} away.",
    "I think this is the {owner's|technician's} {cousin|flatmate}. {Same|They have the same} surname on social media.",
  ],
  personal_data: [
    "It {names|mentions} {a client|my daughter} by {full name|name and street}.",
    "My phone number {is|was} in {there|the text}.",
  ],
  duplicate: ["The same {text|story} stands {twice|under another technician} with {one|a} word changed."],
  promotional: [
    "There's a {voucher|discount} code {at the end|in it}.",
    "{Reads|It reads} like an {advert|ad} for {a cream|their other shop}.",
  ],
  wrong_technician: [
    "The {treatment|work} described {was|is} by my colleague, who has {a|her own} profile {here|of her own}.",
  ],
  medical_claim: [
    "It says SMP {makes hair grow|stopped the hair loss}. {That's|That is} not {true|something it can do}.",
  ],
  accusation_of_crime: ["It calls me a {thief|fraud}. {The deposit|My deposit policy} is in the {contract|terms}."],
};
export const APPEAL_TEXTS: readonly string[] = [
  "I was a client. I {can|could} send the {receipt|bank statement|booking email} if you tell me {where|how}.",
  "{The part|The sentence} you {mention|object to} was my own experience. I am willing to {reword|soften} it and was not asked.",
  "It {is|was} not a {duplicate|copy}: I went {twice|two times} and {wrote|reviewed} each visit.",
  "I don't {know|have any tie to} the other {studio|technician}. Please {look|read} again.",
  "{Removing|Taking out} the name is fine {with|by} me, {the rest|everything else} {is|stays} true.",
  "I {followed|kept to} the {rules|policy} {as I read them|line by line}. {Which|What} word is {wrong|the problem}?",
];
export const DECISION_NOTES: Partial<Record<ReviewReason, string>> = {
  not_a_client: "No visit could be shown, and the author did not answer two messages.",
  insider_or_competitor: "The address of the account belongs to the studio's own domain.",
  incentive_undisclosed: "A discount for writing was confirmed by the author but not disclosed.",
  duplicate: "The same visit was already described by this author.",
  personal_data: "Names another client and the street where she lives.",
  medical_claim: "Claims that hair grows again after the treatment.",
  accusation_of_crime: "States a crime as a fact.",
  hate_or_threat: "Contains a threat against the technician.",
  promotional: "Carries a discount code.",
  wrong_technician: "Describes work by somebody else at the same studio.",
  too_little_detail: "Says nothing about a visit that another client could use.",
  copied_or_generated: "Large parts match a text published elsewhere.",
  photo_without_consent: "Shows a person who did not agree.",
  photo_edited: "The after picture was smoothed.",
};
export const INCENTIVE_NOTES: readonly string[] = [
  "{A free|Free} aftercare {kit|cream} for writing a review.",
  "{Ten|Five} per cent off the top-up for a review, {whatever it says|good or bad}.",
  "I {was|am} a model at a training day and paid {less|only for pigment}.",
];

export const INFRACTIONS: readonly {
  severity: "crucial" | "significant" | "minor";
  category: string;
  text: string;
  action: string;
}[] = [
  {
    severity: "crucial",
    category: "Sterilisation",
    text: "No record of a spore test in the last month.",
    action: "Corrected during inspection",
  },
  {
    severity: "crucial",
    category: "Single-use items",
    text: "Opened pigment caps kept for another client.",
    action: "Ticket",
  },
  {
    severity: "crucial",
    category: "Hand hygiene",
    text: "No hand basin supplied with soap in the treatment room.",
    action: "Education provided",
  },
  {
    severity: "significant",
    category: "Records",
    text: "Client records without the batch number of the pigment.",
    action: "Education provided",
  },
  {
    severity: "significant",
    category: "Surfaces",
    text: "Chair cover torn, cannot be disinfected.",
    action: "Not in compliance",
  },
  {
    severity: "significant",
    category: "Sharps",
    text: "Sharps container filled above its line.",
    action: "Corrected during inspection",
  },
  {
    severity: "minor",
    category: "Display",
    text: "Previous inspection notice not on display.",
    action: "Corrected during inspection",
  },
  { severity: "minor", category: "Storage", text: "Clean linen stored on the floor.", action: "Education provided" },
  {
    severity: "minor",
    category: "Labels",
    text: "Spray bottle without a label.",
    action: "Corrected during inspection",
  },
];
