import { APPEAL_TEXT } from "#app/domain/reviews/appeal.ts";
import type { OwnReview } from "#app/domain/reviews/own-review.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { formatDay } from "#app/ui/format.ts";

/** The statement of reasons: what was decided, by which rule, on what facts. */
export function Decision({ review }: { review: OwnReview }) {
  const { decision } = review;
  if (decision === null) return null;
  const { reason, note, decidedAt } = decision;
  return (
    <section className="stack" aria-labelledby="decision">
      <h2 id="decision">The decision</h2>
      <dl className="facts">
        <div>
          <dt>Day</dt>
          <dd>{formatDay(decidedAt)}</dd>
        </div>
        {reason === null ? null : (
          <>
            <div>
              <dt>Reason</dt>
              <dd>{REVIEW_REASONS[reason]}</dd>
            </div>
            <div>
              <dt>The rule</dt>
              <dd>{REVIEW_RULES[reason]}</dd>
            </div>
          </>
        )}
        {note === null || note === "" ? null : (
          <div>
            <dt>The facts, in the moderator’s words</dt>
            <dd className="words">{note}</dd>
          </div>
        )}
      </dl>
      <p className="small muted">
        {"A person decided this, without seeing your stars. "}
        <a href="/policies/reviews#moderation">How a review is decided</a>
      </p>
    </section>
  );
}

/** The one answer that an author has to a refusal. */
export function AppealForm({ until, reply }: { until: string; reply: FormReply | null }) {
  const errors = reply?.errors["appealText"] ?? [];
  return (
    <section className="stack" aria-labelledby="appeal">
      <h2 id="appeal">Appeal</h2>
      <p>
        {`You can appeal once, until ${formatDay(until)}. A different moderator decides it, and that decision is the last.`}
      </p>
      <form method="post" className="stack">
        <TextAreaField
          label="Why is the decision wrong?"
          id="appealText"
          name="appealText"
          rows={6}
          maxLength={APPEAL_TEXT.longest}
          defaultValue={reply?.values["appealText"] ?? ""}
          errors={errors}
          autoFocus={errors.length > 0}
        />
        <div>
          <Button name="intent" value="appeal">
            Send the appeal
          </Button>
        </div>
      </form>
    </section>
  );
}
