/** What somebody is told whose password was not taken, and the status of the answer. */
export const PASSWORD_REFUSALS = {
  wrong: { words: "This is not the password of your account.", status: 400 },
  blocked: { words: "Too many wrong passwords were given. Please wait 15 minutes, then try again.", status: 429 },
  busy: { words: "Hairline is very busy just now. Please try again in a minute.", status: 503 },
} as const;

/** The same for codes of the second factor. */
export const CODE_REFUSALS = {
  wrong: {
    words: "This code does not match. Enter the one your app shows now; each works once.",
    status: 400,
  },
  blocked: { words: "Too many codes were tried. Please wait 15 minutes, then try again.", status: 429 },
} as const;
