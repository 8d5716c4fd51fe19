/** What was just done, in words for the top of the page. */
export const DONE_WORDS = {
  sent: "Your review was sent. Thank you.",
  withdrawn: "That is done. Nobody but you can see it any more.",
  health: "The health detail is deleted. The rest of your review stays as it is.",
  photo: "The photo is taken back: nobody but you can see it any more.",
  document: "The document is taken away. It is deleted within a day.",
  appealed: "Your appeal was sent. A moderator who had nothing to do with the first decision looks at it.",
  resent: "A new mail with a link is on its way. Older links no longer work.",
} as const;
export type Done = keyof typeof DONE_WORDS;

export function readDone(query: URLSearchParams): Done | null {
  const word = query.has("sent") ? "sent" : query.get("done");
  return word !== null && isDone(word) ? word : null;
}

function isDone(word: string): word is Done {
  return Object.hasOwn(DONE_WORDS, word);
}
