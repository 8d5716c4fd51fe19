import { CRITERIA } from "#app/domain/criteria/criterion.ts";
import { PROOF_MEANINGS, ProofLabel } from "#app/domain/reviews/proof-label.tsx";
import { SUB_RATINGS } from "#app/domain/reviews/rating.ts";
import type { OwnReview } from "#app/domain/reviews/own-review.ts";
import { OVERALL_WORDS, RELATIONSHIPS } from "#app/domain/reviews/review-answers.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatDay, formatMoney } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

/** The whole review as it was sent, what isn't public included. */
export function SentReview({ review }: { review: OwnReview }) {
  return (
    <section className="stack" aria-labelledby="sent">
      <h2 id="sent">{review.sentAt === null ? "What you wrote so far" : "What you sent"}</h2>
      {review.redactionReason === null ? null : (
        <Notice tone="amber">
          {`A moderator took out a passage before publishing: ${REVIEW_REASONS[review.redactionReason].toLowerCase()}. Below is what readers see.`}
        </Notice>
      )}
      {review.title === "" ? null : <h3>{review.title}</h3>}
      <p className="words">{review.text === "" ? "No words yet." : review.text}</p>
      {review.textAsSent === null ? null : (
        <Disclosure summary="Your own words, as you sent them">
          <p className="words">{review.textAsSent}</p>
        </Disclosure>
      )}
      <dl className="facts">
        {factsOf(review).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {review.sentAt === null ? null : (
        <div className="row">
          <ProofLabel level={review.proofLevel} />
          <span className="small">{PROOF_MEANINGS[review.proofLevel]}</span>
        </div>
      )}
    </section>
  );
}

function factsOf(review: OwnReview): [label: string, value: string][] {
  const { overall, treatment, sessions, lastSessionOn, pricePaid, sentAt } = review;
  const answer = (value: boolean | null) => (value === null ? null : value ? "Yes" : "No");
  const isStars = (value: number): value is keyof typeof OVERALL_WORDS => value in OVERALL_WORDS;
  const rows: [string, string | null][] = [
    ["Overall rating", overall !== null && isStars(overall) ? `${overall} - ${OVERALL_WORDS[overall]}` : null],
    ...SUB_RATINGS.map((criterion): [string, string | null] => {
      const value = review.subRatings[criterion];
      return [CRITERIA[criterion].clientQuestion, value === null ? null : `${value} out of 5`];
    }),
    ["Would recommend", answer(review.wouldRecommend)],
    ["Needle opened in front of me", answer(review.needleOpened)],
    ["Treatment", treatment && TREATMENTS[treatment]],
    ["Sessions", sessions === null ? null : String(sessions)],
    ["Last session", lastSessionOn && formatDay(lastSessionOn)],
    ["Price paid", pricePaid && formatMoney(pricePaid.amount, pricePaid.currency)],
    ["Do you know the technician", sentAt && review.relationship && RELATIONSHIPS[review.relationship]],
    ["Got something for it", sentAt && (review.isIncentivised ? (review.incentiveNote ?? "Yes") : "No")],
    ["Sent", sentAt && formatDay(sentAt)],
    ["Published", review.publishedAt && formatDay(review.publishedAt)],
    ["Closed", review.closedAt && formatDay(review.closedAt)],
  ];
  return rows.flatMap(([label, value]): [string, string][] => (value === null ? [] : [[label, value]]));
}
