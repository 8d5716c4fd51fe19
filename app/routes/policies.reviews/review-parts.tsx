import { FOLLOW_UP_MONTHS } from "#app/domain/reviews/review-rules.ts";
import type { ReviewPolicyView } from "#app/routes/policies.reviews/review-policy.ts";
import { joinWords } from "#app/ui/format.ts";
import type { LongReadPart } from "#app/ui/long-read.tsx";
import { PlainTable } from "#app/ui/plain-table.tsx";

/** What a review is: who writes it, what supports it, how it goes on and what stays private. */
export function whatAReviewIs({
  subRatings,
  proofLevels,
  stages,
  documentDays,
  appealMonths,
}: ReviewPolicyView): LongReadPart[] {
  return [
    { id: "who", title: "Who may review", content: <WhoMayReview subRatings={subRatings} /> },
    { id: "proof", title: "How we know about the visit", content: <Proof proofLevels={proofLevels} /> },
    { id: "follow-ups", title: "A review follows the result", content: <FollowUps stages={stages} /> },
    { id: "interests", title: "Gifts, discounts and relationships", content: <Interests /> },
    { id: "private", title: "What stays private", content: <Private {...{ documentDays, appealMonths }} /> },
  ];
}

function WhoMayReview({ subRatings }: Pick<ReviewPolicyView, "subRatings">) {
  return (
    <>
      <p>
        Whoever was a client of the technician. A review needs an account, so that its author can be reached, and it
        appears under the name you choose, which need not be your own.
      </p>
      <p>
        You sign that you were a client and tell your own experience. Technicians may review others whose clients they
        were, and never themselves or anybody at their own place of work. It costs nothing, and nobody is paid for it by
        us.
      </p>
      <p>
        {`Beside the overall rating you can rate four things: ${joinWords(subRatings.map((words) => `“${words}”`))}. You can also say whether the needle was opened in front of you, what you paid, and whether you would recommend the technician. Licences and training are facts to be checked, not matters of opinion, so nobody rates them.`}
      </p>
    </>
  );
}

function Proof({ proofLevels }: Pick<ReviewPolicyView, "proofLevels">) {
  return (
    <>
      <p>
        Every review says how far the visit behind it is supported. The label is about the visit, not about whether the
        author is right.
      </p>
      <PlainTable
        caption="The four labels"
        heads={["Label", "What stands behind it"]}
        rows={proofLevels.map(({ name, meaning }) => [name, meaning])}
      />
      <p>
        {"The better a visit is supported, the more its review counts when results are sorted by rating: "}
        <a href="/policies/ranking#score">the score has the weights</a>.
      </p>
      <p id="invitations">
        Technicians must offer a code to every client. So that nobody picks only the happy ones unseen, each profile
        says what share of treated clients was invited: invitations made in the last twelve months, held against the
        number of clients that the technician declares for the same months. Whoever was treated after an enquiry on
        Hairline is invited by us, always.
      </p>
    </>
  );
}

function FollowUps({ stages }: Pick<ReviewPolicyView, "stages">) {
  return (
    <>
      <p>
        {`SMP looks different when it has healed, and different again after years. So a review is a thread: about ${joinWords(FOLLOW_UP_MONTHS.map(String))} months after the last session, and later too, its author can say how it looks now, add photos and change the stars. What was written first stays readable, and both ratings are shown.`}
      </p>
      <p>Every photo and every review carries the age of the result, counted from the last session:</p>
      <PlainTable
        caption="Ages of a result"
        heads={["Name", "Since the last session"]}
        rows={stages.map(({ name, meaning }) => [name, meaning])}
      />
    </>
  );
}

function Interests() {
  return (
    <>
      <p>Every author is asked two things:</p>
      <ul>
        <li>
          Whether they got anything for the review: a discount, a gift, money, a free session. If so, the review says so
          in a marked line and what it was, and it counts for nothing when results are sorted.
        </li>
        <li>
          Whether they are a friend or relative of the technician, work for them, or compete with them. Who works for a
          technician or competes with them can’t review them.
        </li>
      </ul>
      <p>A reward that depends on what the review says is refused, whoever offers it.</p>
    </>
  );
}

function Private({ documentDays, appealMonths }: Pick<ReviewPolicyView, "documentDays" | "appealMonths">) {
  return (
    <ul>
      <li>
        {`Your e-mail address, and every document that you show us to support a visit. Only moderators see a document, each look is recorded, and the file is deleted ${documentDays} days after the decision, or ${appealMonths} months after a refusal, for as long as you can appeal. What stays is that a document was checked.`}
      </li>
      <li>What kind of hair loss you have, unless you choose to tell it, and then only in broad words.</li>
      <li>Where and with what a photo was taken: these details are removed from the file when you send it.</li>
    </ul>
  );
}
