import { EXAMPLES, LONGEST_ANSWER, LONGEST_STATEMENT } from "#app/domain/criteria/statements.ts";
import type { Statement, Statements, StatementSection } from "#app/domain/criteria/statements.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** A section that came back; `stored` is what another tab saved meanwhile. */
export type RefusedStatement = { section: StatementSection; reply: FormReply; stored: Statement | null };

const WORDS = {
  understanding: {
    label: "What you understand of losing hair",
    hint: "In your own words; shown as yours. A few honest sentences are enough.",
  },
  dedication: { label: "Why SMP, and how you work", hint: "In your own words; shown as yours." },
} as const;

export function StatementForm({
  section,
  statement,
  refused,
}: {
  section: "understanding" | "dedication";
  statement: Statement;
  refused: RefusedStatement | null;
}) {
  const own = refused?.section === section ? refused : null;
  const { values, errors } = own?.reply ?? EMPTY_REPLY;
  const { label, hint } = WORDS[section];
  const id = `${section}-words`;
  return (
    <form method="post" action="/studio/criteria" className="card stack" noValidate>
      <Errors errors={errors} fieldId={() => id} />
      <input type="hidden" name="intent" value={section} />
      <input type="hidden" name="seen" value={(own?.stored ?? statement).seen} />
      <TextAreaField
        id={id}
        name="words"
        label={label}
        hint={hint}
        rows={5}
        maxLength={LONGEST_STATEMENT}
        defaultValue={own ? values["words"] : statement.texts["words"]}
        errors={errors["words"] ?? []}
        autoFocus={own !== null}
      />
      {own?.stored ? <Stored words={own.stored.texts["words"] ?? ""} /> : null}
      <Disclosure summary="Examples of good ones">
        {EXAMPLES[section].map((words) => (
          <blockquote key={words} className="example">
            {words}
          </blockquote>
        ))}
      </Disclosure>
      <div>
        <Button>
          Save<span className="sr-only">{`: ${label}`}</span>
        </Button>
      </div>
    </form>
  );
}

export function AnswersForm({
  statements: { answers, questions },
  refused,
}: {
  statements: Statements;
  refused: RefusedStatement | null;
}) {
  const own = refused?.section === "answers" ? refused : null;
  const { values, errors } = own?.reply ?? EMPTY_REPLY;
  return (
    <form method="post" action="/studio/criteria" className="card stack" noValidate>
      <h3>Questions clients ask</h3>
      <p className="small muted">Answer those you like. What is left empty is not shown.</p>
      <Errors errors={errors} fieldId={(name) => name} />
      <input type="hidden" name="intent" value="answers" />
      <input type="hidden" name="seen" value={(own?.stored ?? answers).seen} />
      {questions.map(({ field, question }) => {
        const stored = own?.stored?.texts[field];
        const typed = own ? values[field] : answers.texts[field];
        return (
          <div key={field} className="stack stack-tight">
            <TextAreaField
              id={field}
              name={field}
              label={question}
              rows={2}
              maxLength={LONGEST_ANSWER}
              defaultValue={typed}
              errors={errors[field] ?? []}
            />
            {stored !== undefined && stored !== typed ? <Stored words={stored} /> : null}
          </div>
        );
      })}
      <div>
        <Button>
          Save<span className="sr-only">: your answers</span>
        </Button>
      </div>
    </form>
  );
}

function Stored({ words }: { words: string }) {
  return (
    <div className="example">
      <p className="small muted">Stored now, from elsewhere:</p>
      <p className="words">{words === "" ? "Nothing: the text was taken away." : words}</p>
    </div>
  );
}

/** The lines lead to fields, whose ids are unique on a page with several forms. */
function Errors({ errors, fieldId }: { errors: FormReply["errors"]; fieldId: (name: string) => string }) {
  const led = Object.entries(errors).map(([name, messages]) => [name === "form" ? name : fieldId(name), messages]);
  return <FormErrors errors={Object.fromEntries(led) as FormReply["errors"]} />;
}
