import type { StudioReview } from "#app/domain/reviews/list-studio-reviews.server.ts";
import { MOST_REPLY } from "#app/domain/reviews/reply-bounds.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, TextAreaField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** The page has one form for each review: ids carry the review's. */
export function ReplyForm({
  review: { id, reply: kept },
  reply = EMPTY_REPLY,
}: {
  review: StudioReview;
  reply: FormReply | undefined;
}) {
  const { values, errors } = reply;
  const own = Object.fromEntries(
    Object.entries(errors).map(([name, messages]) => [name === "form" ? name : `${name}-${id}`, messages]),
  );
  const text = values["text"] ?? (kept?.status === "withdrawn" ? "" : kept?.text);
  const warnings = errors["isChecked"];
  return (
    <form method="post" className="stack" noValidate>
      <FormErrors errors={own} />
      <input type="hidden" name="reviewId" value={id} />
      <input type="hidden" name="version" value={kept?.version ?? 0} />
      <TextAreaField
        id={`text-${id}`}
        name="text"
        label="Your reply"
        hint="Everybody can read it. Say nothing that tells others who the client is, when they came or why."
        rows={4}
        maxLength={MOST_REPLY}
        defaultValue={text}
        autoFocus={errors["text"] !== undefined}
        errors={errors["text"] ?? []}
      />
      {warnings || values["isChecked"] === "on" ? (
        <ChoiceGroup label="Does it reveal something about the client?" errors={warnings ?? []}>
          <Choice
            type="checkbox"
            id={`isChecked-${id}`}
            name="isChecked"
            autoFocus={warnings !== undefined}
            defaultChecked={values["isChecked"] === "on"}
            label="I looked at these words. They reveal nothing that the client did not say here, and may be published."
          />
        </ChoiceGroup>
      ) : null}
      <div>
        <Button>Reply</Button>
      </div>
    </form>
  );
}
