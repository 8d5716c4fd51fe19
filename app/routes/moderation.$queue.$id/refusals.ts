type Refusal = { status: 400 | 409; words: string; field: "form" | "text" | "reason" };

/** What a moderator is told when something could not be done. */
export const REFUSED = {
  changed: {
    status: 409,
    words:
      "This was decided, changed or withdrawn since you opened it. Nothing was done now; below is how it stands today.",
    field: "form",
  },
  claimed: { status: 409, words: "Somebody else has this open. Nothing was done.", field: "form" },
  not_possible: { status: 409, words: "This is not possible here any more. Nothing was done.", field: "form" },
  no_reason: { status: 400, words: "Choose the reason and write down the facts.", field: "reason" },
  no_marks: { status: 400, words: "Put double brackets round the passage that has to go.", field: "text" },
  bad_marks: {
    status: 400,
    words: "Each [[ needs its ]] with something between them, and no marks inside marks.",
    field: "text",
  },
  reworded: {
    status: 400,
    words: "Apart from the brackets this is not the author’s text. Only brackets may be added.",
    field: "text",
  },
  has_brackets: {
    status: 400,
    words: "The author used double brackets, so that yours can’t be told apart. Ask for changes instead.",
    field: "text",
  },
  too_long: {
    status: 400,
    words: "With the notes in place this would be too long. Mark longer passages, or the whole title.",
    field: "text",
  },
} as const satisfies Record<string, Refusal>;
