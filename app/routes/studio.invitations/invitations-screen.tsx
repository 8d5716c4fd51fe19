import { VISIT_CODE_DAYS, VISIT_CODES_AT_ONCE } from "#app/domain/reviews/visit-code.ts";
import type { VisitCodeCounts } from "#app/domain/reviews/visit-code.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = { counts: VisitCodeCounts; reply: FormReply & { codes: string[] } };

/** Codes for a technician to hand to every client. */
export function InvitationsScreen({ counts, reply: { codes, values, errors } }: Props) {
  return (
    <div className="page-narrow stack stack-wide">
      <header className="stack">
        <h1>Visit codes</h1>
        <p>
          Give one to every client, not only to the happy ones: with it, their review says that the visit is confirmed.
          {` A code works once, for your profile only, and for ${VISIT_CODE_DAYS} days.`}
        </p>
        <p>
          <a href="/studio/reviews">Reviews of you</a>
        </p>
      </header>
      <FormErrors errors={errors} />
      {codes.length === 0 ? null : (
        <section className="card stack" aria-labelledby="codes">
          <h2 id="codes">{codes.length === 1 ? "Your new code" : `Your ${codes.length} new codes`}</h2>
          <Notice tone="amber" isNews>
            Copy or print them now: they are shown only this once.
          </Notice>
          <ul>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form method="post" className="card stack no-print">
        <h2>Make codes</h2>
        <p>{`${plural(counts.unused, "code")} not used yet, ${counts.used} used, ${counts.expired} expired.`}</p>
        <TextField
          id="count"
          name="count"
          label="How many"
          type="number"
          inputMode="numeric"
          min={1}
          max={VISIT_CODES_AT_ONCE}
          defaultValue={values["count"] ?? "5"}
          errors={errors["count"]}
          autoFocus={errors["count"] !== undefined}
          required
        />
        <div>
          <Button>Make visit codes</Button>
        </div>
      </form>
    </div>
  );
}
