import { FEW_REVIEWS_BELOW } from "#app/domain/reviews/rating.ts";
import { DECISION_TARGET_DAYS, NEVER_A_REASON } from "#app/domain/reviews/review-rules.ts";
import type { ReviewPolicyView } from "#app/routes/policies.reviews/review-policy.ts";
import { plural } from "#app/ui/format.ts";
import type { LongReadPart } from "#app/ui/long-read.tsx";
import { PlainTable } from "#app/ui/plain-table.tsx";

/** What happens to a review: how it is decided, for which reasons, what others can do, and what becomes of its stars. */
export function howReviewsAreDecided({ reasons, signals, appealMonths }: ReviewPolicyView): LongReadPart[] {
  return [
    { id: "moderation", title: "How a review is decided", content: <Moderation /> },
    { id: "signals", title: "What makes us look twice", content: <Signals signals={signals} /> },
    { id: "reasons", title: "Reasons to refuse or remove", content: <Reasons reasons={reasons} /> },
    { id: "appeals", title: "If you are refused", content: <Appeals appealMonths={appealMonths} /> },
    { id: "technicians", title: "What technicians can do", content: <Technicians /> },
    { id: "reports", title: "Reports and removals", content: <Reports /> },
    { id: "defamation", title: "Defamation notices", content: <Defamation /> },
    { id: "figures", title: "How the figures are made", content: <Figures /> },
    { id: "published", title: "What we publish about ourselves", content: <Published /> },
  ];
}

function Moderation() {
  return (
    <>
      <p>A person reads every review before it appears. The rules for that person:</p>
      <ul>
        <li>The stars are hidden until the decision is made. They can’t sway it.</li>
        <li>The review that has waited longest is next, whatever it says and whoever it is about.</li>
        <li>
          A moderator takes a review before reading it, for 15 minutes at a time, so that no two decide the same one.
        </li>
        <li>
          Nobody decides about anything of their own: not what they wrote, not what is about them, not what they
          reported.
        </li>
        <li>A refusal needs one of the reasons below. The author is told which, and why.</li>
        <li>Where something small is wrong, the author is asked to change it and can send the review again.</li>
        <li>
          Where single words break a rule, the moderator can publish the rest. Each passage that was taken out is marked
          with the reason. Words can only be taken out, never changed, and the author, who is told, still has the whole
          text and can withdraw the review.
        </li>
        <li>
          What a moderator does is written to a record that can be added to and not changed, and that is checked for
          gaps every day.
        </li>
      </ul>
      <p>{`Our target is a decision within ${plural(DECISION_TARGET_DAYS, "working day")}.`}</p>
    </>
  );
}

function Reasons({ reasons }: Pick<ReviewPolicyView, "reasons">) {
  return (
    <>
      <p>{`There are ${reasons.length} reasons, and no others.`}</p>
      <PlainTable
        caption="Reasons and the rule behind each"
        heads={["Reason", "The rule"]}
        rows={reasons.map(({ name, meaning }) => [name, meaning])}
      />
      <h3>Never a reason</h3>
      <ul>
        {NEVER_A_REASON.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}

function Signals({ signals }: Pick<ReviewPolicyView, "signals">) {
  return (
    <>
      <p>
        Software compares each review with others and tells the moderator, in words, what deserves a second look. It is
        never a verdict: no software refuses, removes or publishes anything, and nothing of this is a reason by itself.
      </p>
      <PlainTable
        caption="What is looked for"
        heads={["Sign", "What it is"]}
        rows={signals.map(({ name, meaning }) => [name, meaning])}
      />
    </>
  );
}

function Appeals({ appealMonths }: Pick<ReviewPolicyView, "appealMonths">) {
  return (
    <>
      <p>
        Whoever’s review is refused, sent back or removed, or published with passages taken out, gets a statement of
        reasons: what was decided, about which text, the reason and its rule, the facts as the moderator saw them, that
        a person decided, and what can be done now.
      </p>
      <p>
        {`Against a refusal or a removal the author can appeal once, within ${appealMonths} months, free of charge. A different moderator decides the appeal, and that decision is the last. Going to a court stays open to everybody.`}
      </p>
    </>
  );
}

function Technicians() {
  return (
    <>
      <p>
        A technician can answer each review once, in public; the reply is read by a moderator too. A technician can
        report a review, like anybody else. That is all: no technician can hide, delay, reorder or delete a review, and
        nobody can pay to have one removed.
      </p>
      <p>
        Technicians must offer a visit code to every client, not only to the happy ones. With it, a client can show that
        the visit took place.
      </p>
    </>
  );
}

function Reports() {
  return (
    <>
      <p>
        Anybody may report a review, with or without an account, for one of the reasons above. Whoever reports gets a
        receipt with an address that shows what became of it; their name is not told to the author or the technician.
        While a report is looked into, the review stays visible and says so. Only where it shows personal data,
        threatens somebody or shows a photo without consent may a moderator hide it until the decision.
      </p>
      <p>
        A review that is removed after it was public leaves a line on the profile with the day and the reason. Authors
        may withdraw a review of their own at any time; that leaves a line with the day. Either way the figures are made
        anew at once.
      </p>
    </>
  );
}

function Defamation() {
  return (
    <p>
      Whoever believes that a review defames them under the law of the United Kingdom can send a notice from the form
      that reports it: the words, why they are untrue and what harm they do. If it is complete, we pass it to the author
      within 48 hours, weekends and bank holidays not counted; who complains stays hidden unless they agree. The author
      has five days to answer. Without an answer, or if the author does not stand by the words, the review goes within
      48 hours. If they do, it stays, and the complainant is told.
    </p>
  );
}

function Figures() {
  return (
    <>
      <p>On a profile and on a card you see three things together, from all its visible reviews:</p>
      <ul>
        <li>
          The plain mean of the stars. Where a follow-up changed them, the latest count. Nothing is weighted, and
          reviews given for a disclosed reward are in it too.
        </li>
        <li>{`The number of reviews. Fewer than ${FEW_REVIEWS_BELOW} are called “few reviews”.`}</li>
        <li>The distribution: how many gave one star, two, three, four and five.</li>
      </ul>
      <p>
        The mean of each of the four questions is made in the same way, with the number of answers beside it. Reviews
        are listed newest first, and shown from the first one on.
      </p>
      <p>
        {"Sorting by rating uses a weighted score, so that two reviews don’t beat two hundred. "}
        <a href="/policies/ranking#score">Its formula is public</a>
        {", and it is never shown as a rating."}
      </p>
    </>
  );
}

function Published() {
  return (
    <>
      <p>
        How many reviews were approved, and the median time to a decision, for each number of stars separately. Were bad
        reviews refused more often than good ones, or kept waiting longer, these figures would show it. Beside them
        stand the reasons, the appeals and how many of them were right, the reports of technicians and of others, and
        what waits now.
      </p>
      <p>
        <a href="/transparency">How we moderate, in figures</a>
      </p>
    </>
  );
}
