/*
 * What in a technician's reply may tell strangers something about the client: warned of, never forbidden. A reply is
 * public, and that somebody had a treatment, when, and why is theirs to tell.
 */
export type ReplyWarning = {
  kind: "phone" | "email" | "date" | "appointment" | "health" | "name";
  /** The words that raised it, as they were written. */
  quote: string;
};

export const REPLY_WARNING_WORDS: Record<ReplyWarning["kind"], string> = {
  phone: "This looks like a phone number",
  email: "This is an email address",
  date: "This names a day: it can tell others when the client was with you",
  appointment: "This speaks of the client’s visit, which the review may not mention",
  health: "This may say something about the client’s health",
  name: "This looks like a name that the client does not use here",
};

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const DAYS = "mon|tues|wednes|thurs|fri|satur|sun";
const PATTERNS: [ReplyWarning["kind"], RegExp][] = [
  ["email", /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/u],
  [
    "date",
    new RegExp(
      `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\\b|\\b(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?\\b`,
      "iu",
    ),
  ],
  ["date", /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b/u],
  ["date", new RegExp(`\\b(?:last|on|that) (?:${DAYS})day\\b`, "iu")],
  ["phone", /(?<![\p{L}\p{N}])\+?\d(?:[ ().-]{0,2}\d){7,14}(?![\p{L}\p{N}])/u],
  [
    "appointment",
    /\byour (?:\p{L}+ )?(?:appointments?|bookings?|consultation(?:s| forms?)?|deposit|invoice|medical form|records?)\b/iu,
  ],
  [
    "health",
    /\b(?:alopecia|autoimmune|blood thinners?|cancer|chemo(?:therapy)?|depress(?:ed|ion)|diabet(?:es|ic)|diagnos(?:is|ed)|disease|eczema|finasteride|hepatitis|hiv|infection|medication|medicine|minoxidil|pregnan(?:t|cy)|psoriasis|radiotherapy|steroids?|surgery|transplant|trichotillomania|vitiligo|your (?:allergy|condition|doctor|health|illness|skin condition))\b/iu,
  ],
];

const GREETING =
  /(?:^|\n|\. )(?:dear|hello|hi|hey|thank you,?|thanks,?|sorry,?)[ ,]+((?:(?:mr|mrs|ms|miss|dr)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/iu;
const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Dr)\.? \p{Lu}[\p{L}'’-]+/u;
/** Words that greet nobody in particular. */
const NOBODY = /^(?:there|all|everyone|everybody|again|and|for|so|you|that|this|to|we|i|it)\b/iu;

/** What is public already and may be repeated: the review's own words, and the names that both sides show here. */
export type AlreadyPublic = { authorName: string; technicianName: string; reviewText: string };

/** One warning of each kind at most, in the order in which they would do harm. */
export function findReplyWarnings(text: string, known: AlreadyPublic): ReplyWarning[] {
  const said = known.reviewText.toLowerCase();
  const warnings: ReplyWarning[] = [];
  for (const [kind, pattern] of PATTERNS) {
    // The global form finds a second hit when the first one stands in the review itself.
    for (const [quote] of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
      if (said.includes(quote.toLowerCase()) || warnings.some((warning) => warning.kind === kind)) continue;
      warnings.push({ kind, quote });
    }
  }
  const name = findName(text, known);
  return name === null ? warnings : [...warnings, { kind: "name", quote: name }];
}

function findName(text: string, { authorName, technicianName, reviewText }: AlreadyPublic): string | null {
  const shown = `${authorName} ${technicianName} ${reviewText}`.toLowerCase();
  const greeted = GREETING.exec(text)?.[1];
  // The pattern ignores case for the greeting's sake: what follows has to begin like a name all the same.
  const isName = greeted !== undefined && /^\p{Lu}/u.test(greeted) && !NOBODY.test(greeted);
  for (const found of [isName ? greeted : undefined, TITLED.exec(text)?.[0]]) {
    if (found === undefined) continue;
    const words = found.toLowerCase().split(" ");
    if (!words.every((word) => shown.includes(word))) return found;
  }
  return null;
}
