import type { MetaFunction } from "@remix-run/node";
import {
  SCORE_FALLBACK_BELOW,
  SCORE_FALLBACK_MEAN,
  SCORE_HALF_LIFE_DAYS,
  SCORE_PRIOR_WEIGHT,
} from "#app/domain/reviews/rating.ts";
import { LongRead } from "#app/ui/long-read.tsx";
import type { LongReadPart } from "#app/ui/long-read.tsx";
import { originOf, pageMeta } from "#app/ui/page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(originOf(matches), {
    title: "How ranking works | Hairline",
    description: "Every factor that orders search results on Hairline, and the formula of the score. None is for sale.",
    path: "/policies/ranking",
  });

const PARTS: readonly LongReadPart[] = [
  { id: "every-order", title: "In every order", content: <EveryOrder /> },
  { id: "relevance", title: "Relevance", content: <Relevance /> },
  { id: "other-orders", title: "The other orders", content: <OtherOrders /> },
  { id: "score", title: "The score", content: <Score /> },
  { id: "no-part", title: "What plays no part", content: <NoPart /> },
];

export default function RankingPolicyRoute() {
  return (
    <LongRead
      title="How ranking works"
      lead="Nobody can pay for a place in the results, for a badge, or for the removal of a review. These are all the factors there are."
      parts={PARTS}
    />
  );
}

function EveryOrder() {
  return (
    <p>
      Profiles kept by their technician come before unclaimed listings, which stand in the directory only because a
      public register or a list names them.
    </p>
  );
}

function Relevance() {
  return (
    <>
      <p>In this order, each factor deciding only between technicians that are equal in all factors above it:</p>
      <ol>
        <li>
          How many of your words match. If nobody matches all of them, you are shown who matches some, and told so.
        </li>
        <li>How few typing errors the match needs.</li>
        <li>
          Where your words are found: name, studio, place, treatments, concerns, what the technician does, and last the
          text about themselves.
        </li>
        <li>How exactly the words match.</li>
        <li>How many of the six criteria have a checked fact that counts today.</li>
        <li>The score below.</li>
        <li>The number of reviews.</li>
        <li>The name, so that the same search always gives the same order.</li>
      </ol>
    </>
  );
}

function OtherOrders() {
  return (
    <ul>
      <li>Rating: the score below, highest first. The number shown on a card is the plain mean.</li>
      <li>Distance: from the place you typed to the nearest place of work, as the crow flies.</li>
      <li>Number of reviews: most first.</li>
      <li>Price: the lowest declared price in one currency; prices in other currencies come after.</li>
      <li>Newest profiles: by the day a profile was first published.</li>
    </ul>
  );
}

function Score() {
  return (
    <>
      <p>It only sorts and is never shown as a rating.</p>
      <p className="formula">
        <code>{`score = (${SCORE_PRIOR_WEIGHT} × m + sum of w × r) / (${SCORE_PRIOR_WEIGHT} + sum of w)`}</code>
      </p>
      <ul>
        <li>
          <code>r</code>: the stars of a published review, as its author last set them.
        </li>
        <li>
          <code>m</code>
          {`: the mean of all reviews on Hairline, or ${SCORE_FALLBACK_MEAN} while there are fewer than ${SCORE_FALLBACK_BELOW}.`}
        </li>
        <li>
          <code>w</code>
          {`: how much a review counts. It halves every ${SCORE_HALF_LIFE_DAYS} days, and a follow-up makes it fresh again. It is full when the visit is confirmed or a document was checked, half when only the contact is confirmed, and nothing when neither is, or when the review was given for an incentive.`}
        </li>
      </ul>
      <p>
        Only reviews that readers can see count: one that is hidden while a report is looked into counts again when it
        is shown again. The score is made anew with each decision that changes it.
      </p>
      <p>
        <a href="/policies/reviews#proof">What these labels mean</a>
      </p>
    </>
  );
}

function NoPart() {
  return (
    <p>
      Money, advertising, how long somebody has been a customer of anybody, who they know, and what they think of a
      review.
    </p>
  );
}
