/** What was just done, by the word in the address. */
export const DONE_WORDS: Record<string, string> = {
  created: "The case is saved. Now add the pictures.",
  saved: "The details are saved.",
  added: "The pictures are kept.",
  described: "That is saved.",
  moved: "The picture was moved.",
  removed: "The picture is deleted.",
  discarded: "What was sent of it is deleted.",
  asked: "The mail is on its way. The address is not kept.",
  own_head: "Your consent to show yourself is on record, for exactly these pictures.",
  submit: "The case was handed in. A moderator looks at it next.",
  take_back: "You took it back. It is a draft again.",
  reopen: "It is no longer public. Change it, then hand it in again.",
};
