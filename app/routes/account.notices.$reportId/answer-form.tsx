import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** Keep the review, with name and postal address as the law asks, or have it removed. */
export function AnswerForm({ reply = EMPTY_REPLY }: { reply: FormReply | undefined }) {
  const { values, errors } = reply;
  const [firstBad] = Object.keys(errors);
  const radio = (name: string, value: string, isFirst: boolean) => ({
    type: "radio" as const,
    name,
    value,
    id: isFirst ? name : undefined,
    autoFocus: isFirst && firstBad === name,
    defaultChecked: values[name] === value,
  });
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: values[name],
    errors: errors[name] ?? [],
    autoFocus: firstBad === name,
  });
  return (
    <form method="post" className="stack stack-wide" noValidate>
      <h2>Your answer</h2>
      <FormErrors errors={errors} />
      <ChoiceGroup label="What should happen with your review?" errors={errors["answer"] ?? []}>
        <Choice {...radio("answer", "keep", true)} label="It stays: I stand by what I wrote" />
        <Choice {...radio("answer", "remove", false)} label="Remove it. This can’t be undone" />
      </ChoiceGroup>
      <section className="card stack">
        <h3>If it stays</h3>
        <p>
          The law asks you for your name and postal address. Moderators see them; the person behind the notice gets them
          only if you agree here. Without them the review may have to be removed.
        </p>
        <TextField {...field("authorName")} label="Your full name" autoComplete="name" />
        <TextAreaField {...field("authorAddress")} label="Your postal address" rows={3} autoComplete="street-address" />
        <ChoiceGroup label="May we pass them on?" errors={errors["isContactShared"] ?? []}>
          <Choice
            {...radio("isContactShared", "yes", true)}
            label="Yes, to the person behind the notice and nobody else"
          />
          <Choice {...radio("isContactShared", "no", false)} label="No. They would need a court’s order to get them" />
        </ChoiceGroup>
      </section>
      <div>
        <Button>Send answer</Button>
      </div>
    </form>
  );
}
