import { MOST_EXPLANATION } from "#app/domain/moderation/report.ts";
import { Trap } from "#app/routes/reviews.$reviewId.report/trap.tsx";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

const TEXTS = [
  ["quotedWords", "Which words do you complain of?", "Copy them from the review above, exactly as they stand there."],
  ["meaning", "What does a reader take them to mean?", "In your own words."],
  [
    "statement",
    "Why are they untrue, and how do they harm you?",
    "Which facts are wrong, or why the opinion has no basis in fact.",
  ],
] as const;

/** The fields that the regulations ask for: all of them, or the clocks of the notice don't start. */
export function NoticeForm({ action, reply = EMPTY_REPLY }: { action: string; reply: FormReply | undefined }) {
  const { values, errors } = reply;
  const [firstBad] = Object.keys(errors);
  const words = (name: string) => ({
    id: name,
    name,
    defaultValue: values[name],
    errors: errors[name] ?? [],
    autoFocus: firstBad === name,
  });
  const tick = (name: string) => ({
    id: name,
    name,
    type: "checkbox" as const,
    defaultChecked: values[name] === "on",
    autoFocus: firstBad === name,
  });
  return (
    <form method="post" action={action} className="stack stack-wide" noValidate>
      <FormErrors errors={errors} />
      <section className="card stack stack-tight">
        <h2>What happens then</h2>
        <ol className="report-steps">
          <li>We send the notice to the author of the review within 48 hours, without your name unless you agree.</li>
          <li>
            The author has five days to answer: to have the review removed, or to stand by it and name themselves.
          </li>
          <li>Within 48 hours after that we act, and tell you.</li>
        </ol>
        <p className="small muted">The 48 hours stand still on weekends and bank holidays of England and Wales.</p>
      </section>
      <TextField {...words("complainantName")} label="Your name" autoComplete="name" />
      <TextField
        {...words("complainantEmail")}
        label="Email"
        type="email"
        autoComplete="email"
        hint="We write to you at this address about the notice."
      />
      {TEXTS.map(([name, label, hint]) => (
        <TextAreaField key={name} {...words(name)} label={label} hint={hint} maxLength={MOST_EXPLANATION} rows={4} />
      ))}
      <ChoiceGroup label="May the author learn your name and email address?" errors={errors["isIdentityShared"] ?? []}>
        <Choice
          type="radio"
          id="isIdentityShared"
          name="isIdentityShared"
          value="yes"
          autoFocus={firstBad === "isIdentityShared"}
          defaultChecked={values["isIdentityShared"] === "yes"}
          label="Yes, pass them on with the notice"
        />
        <Choice
          type="radio"
          name="isIdentityShared"
          value="no"
          defaultChecked={values["isIdentityShared"] === "no"}
          label="No, keep them from the author"
        />
      </ChoiceGroup>
      <ChoiceGroup
        label="Before you send it"
        errors={[...(errors["cannotIdentify"] ?? []), ...(errors["goodFaith"] ?? [])]}
      >
        <Choice
          {...tick("cannotIdentify")}
          label="I do not know enough about the author to bring a case against them."
        />
        <Choice {...tick("goodFaith")} label="As far as I know, what I say is true and complete." />
      </ChoiceGroup>
      <Trap />
      <div>
        <Button>Send notice</Button>
      </div>
    </form>
  );
}
