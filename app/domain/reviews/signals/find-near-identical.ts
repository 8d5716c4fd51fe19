import {
  likeness,
  plainText,
  shareFoundIn,
  shinglesOf,
  shinglesOfPlain,
} from "#app/domain/reviews/signals/compare-texts.ts";
import type { Signal } from "#app/domain/reviews/signals/signal.ts";

/** From this likeness on two texts are one with changes. */
const ALIKE = 0.6;
/** The shorter of two such texts has at least this share of the longer one's length. */
const LEAST_LENGTH = 0.45;
/** Shorter texts (in shingles) are alike by chance: "great work, very happy". */
const FEWEST_SHINGLES = 40;

export type TextFacts = {
  text: string;
  /** Other reviews: of the technician, by the author, and the latest of the whole site. */
  others: readonly { id: string; text: string }[];
  /** What the technician wrote: bio, statements, answers, replies. */
  ownCopy: readonly string[];
};

/** The words of this review, or nearly, stand in other reviews or in what the technician wrote. */
export function findNearIdentical({ text, others, ownCopy }: TextFacts): Signal | null {
  const plain = plainText(text);
  const own = shinglesOfPlain(plain);
  if (own.size < FEWEST_SHINGLES) return null;
  const alike = others.flatMap((other) => {
    const otherPlain = plainText(other.text);
    // Texts of very unlike lengths can't be alike: most of the work is saved here.
    if (Math.min(plain.length, otherPlain.length) < LEAST_LENGTH * Math.max(plain.length, otherPlain.length)) return [];
    const share = likeness(own, shinglesOfPlain(otherPlain));
    return share >= ALIKE ? [{ id: other.id, share }] : [];
  });
  alike.sort((a, b) => b.share - a.share);
  const copied = ownCopy.some((copy) => shareFoundIn(own, shinglesOf(copy)) >= ALIKE);
  const [nearest] = alike;
  if (nearest === undefined && !copied) return null;
  const sentences = [
    nearest === undefined
      ? null
      : `${alike.length === 1 ? "Another review has" : `${alike.length} other reviews have`} nearly the same words: up to ${Math.floor(nearest.share * 100)} % of both texts is shared.`,
    copied ? "Most of it also stands in what the technician wrote: profile, answers or replies." : null,
  ];
  return {
    kind: "near_identical",
    detail: sentences.filter((sentence) => sentence !== null).join(" "),
    relatedIds: alike.slice(0, 20).map(({ id }) => id),
  };
}
