import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { judgeLength } from "#app/domain/accounts/password.ts";

/** What is known about the owner, and so to whoever guesses. */
export type PasswordOwner = { email: string; displayName: string };

/** Letters of a password that are looked at: the worst of them take 20 ms, of 64 letters 60, and the event loop waits. */
const LONGEST_LOOK = 24;
/** A password that is found within as many guesses is on everybody's list, or next to it. */
const FEWEST_GUESSES = 1e8;
const SITE_WORDS = ["hairline", "scalp", "micropigmentation", "smp", "technician"];

// Made with the process and not at the first sign-up: it takes 40 ms.
const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LONGEST_LOOK });

/**
 * What is wrong with a new password, in a sentence that says what to do, or null. Refused beside the wrong length:
 * passwords of the shipped lists, with the usual disguises, repetitions and rows of keys, and those that are little more
 * than the site's name or the owner's own. Longer ones are judged by both their ends.
 */
export function judgePassword(password: string, owner: PasswordOwner): string | null {
  const wrongLength = judgeLength(password);
  if (wrongLength !== null) return wrongLength;
  const text = password.normalize("NFC");
  const ownWords = wordsOf(owner);
  const { guesses, sequence } = guesser.check(looked(text), [...SITE_WORDS, ...ownWords]);
  if (guesses >= FEWEST_GUESSES) return null;
  if (sequence.some(({ token }) => ownWords.some((word) => token.toLowerCase().includes(word)))) {
    return "This password is made of your name or address, which others know. Choose words that have nothing to do with you.";
  }
  return "This password is easy to guess: it is on lists of common passwords, or follows a pattern. Choose four or five words that have nothing to do with each other.";
}

function looked(text: string): string {
  const half = LONGEST_LOOK / 2;
  return text.length <= LONGEST_LOOK ? text : `${text.slice(0, half)}${text.slice(-half)}`;
}

/** The local part of the address and the name, whole, joined and word by word; single letters are no words. */
function wordsOf({ email, displayName }: PasswordOwner): string[] {
  const local = email.split("@", 1)[0] ?? "";
  const words = [local, displayName].flatMap((text) => {
    const parts = text
      .toLowerCase()
      .slice(0, 100)
      .split(/[^\p{L}\p{N}]+/u);
    return [text.toLowerCase(), parts.join(""), ...parts];
  });
  return [...new Set(words)].filter((word) => word.length > 1).slice(0, 20);
}
