import { CRITERIA } from "#app/domain/criteria/criterion.ts";
import { SUB_RATINGS } from "#app/domain/reviews/rating.ts";
import { OVERALL_WORDS } from "#app/domain/reviews/review-answers.ts";
import { choiceOf } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import type { FormState } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import { Choice, ChoiceGroup } from "#app/ui/field.tsx";

const STARS = [5, 4, 3, 2, 1] as const;
const STAR = "l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7z";

function StarRow({ count }: { count: number }) {
  const path = (from: number, to: number) =>
    [10, 30, 50, 70, 90]
      .slice(from, to)
      .map((x) => `M${x} 1.6${STAR}`)
      .join("");
  return (
    <svg className="stars" viewBox="0 0 100 20" aria-hidden="true">
      <path className="stars-on" d={path(0, count)} />
      <path className="stars-off" d={path(count, 5)} />
    </svg>
  );
}

/** The stars, as radio buttons with words. */
export function OverallRating({ form }: { form: FormState }) {
  return (
    <div className="card">
      <ChoiceGroup
        label="Overall rating"
        hint="Public, beside your review. The moderator who reads it doesn’t see it before deciding."
        errors={form.errors["overall"]}
      >
        <div className="star-choices">
          {STARS.map((value, at) => (
            <Choice
              key={value}
              type="radio"
              {...choiceOf(form, "overall", String(value), at === 0)}
              label={
                <>
                  <StarRow count={value} />
                  {`${value} - ${OVERALL_WORDS[value]}`}
                </>
              }
            />
          ))}
        </div>
      </ChoiceGroup>
    </div>
  );
}

/** The four questions that only a client can answer. */
export function SubRatingFields({ form }: { form: FormState }) {
  return (
    <div className="card stack">
      <h2>How was it?</h2>
      <p className="field-hint">All of these are optional. Your answers are public, and 5 is the best.</p>
      {SUB_RATINGS.map((criterion) => (
        <ChoiceGroup key={criterion} label={CRITERIA[criterion].clientQuestion} errors={form.errors[criterion]}>
          <div className="row">
            {[1, 2, 3, 4, 5].map((value, at) => (
              <Choice
                key={value}
                type="radio"
                {...choiceOf(form, criterion, String(value), at === 0)}
                label={String(value)}
              />
            ))}
            <Choice type="radio" {...choiceOf(form, criterion, "")} label="No answer" />
          </div>
        </ChoiceGroup>
      ))}
    </div>
  );
}

/** What happened with the needle, and whether the author would send a friend. */
export function PlainAnswers({ form, technicianName }: { form: FormState; technicianName: string }) {
  return (
    <div className="card stack">
      <ChoiceGroup
        label="Was the needle taken out of its packet in front of you?"
        hint="Optional. Public as “Needle opened in front of me”: yes or no. “I don’t remember” says nothing."
        errors={form.errors["needleOpened"]}
      >
        <div className="row">
          <Choice type="radio" {...choiceOf(form, "needleOpened", "yes", true)} label="Yes" />
          <Choice type="radio" {...choiceOf(form, "needleOpened", "no")} label="No" />
          <Choice type="radio" {...choiceOf(form, "needleOpened", "unknown")} label="I don’t remember" />
        </div>
      </ChoiceGroup>
      <ChoiceGroup
        label={`Would you recommend ${technicianName}?`}
        hint="Optional. Public."
        errors={form.errors["wouldRecommend"]}
      >
        <div className="row">
          <Choice type="radio" {...choiceOf(form, "wouldRecommend", "yes", true)} label="Yes" />
          <Choice type="radio" {...choiceOf(form, "wouldRecommend", "no")} label="No" />
          <Choice type="radio" {...choiceOf(form, "wouldRecommend", "")} label="No answer" />
        </div>
      </ChoiceGroup>
    </div>
  );
}
