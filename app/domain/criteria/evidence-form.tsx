import { EVIDENCE_FIELDS } from "#app/domain/criteria/evidence-form-fields.tsx";
import type { EvidenceFormView } from "#app/domain/criteria/evidence-form-view.ts";
import { HYGIENE_RULES } from "#app/domain/criteria/hygiene-kinds.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** What a technician writes down about one piece of evidence, with its private document. */
export function EvidenceForm({ view, reply = EMPTY_REPLY }: { view: EvidenceFormView; reply?: FormReply | undefined }) {
  const { question, attached, recent, version } = view;
  const hasReply = Object.keys(reply.values).length > 0;
  const values = hasReply ? reply.values : view.values;
  const { errors } = reply;
  const Fields = EVIDENCE_FIELDS[question.kind];
  const needsDocument = !(question.kind === "authorization" && question.choice.startsWith("none_"));
  const chosen = values["keptDocument"] ?? "";
  return (
    <form method="post" encType="multipart/form-data" className="card stack stack-wide" noValidate>
      <FormErrors errors={errors} />
      <input type="hidden" name="evidenceId" value={reply.values["evidenceId"] ?? view.evidenceId} />
      <input type="hidden" name="version" value={version} />
      <div className="stack">
        <Fields view={view} values={values} errors={errors} />
      </div>
      <div className="stack">
        <h2 className="h3">Document for the moderator</h2>
        <p className="small muted">
          {question.kind === "hygiene"
            ? HYGIENE_RULES[question.paper].document
            : needsDocument
              ? "A scan or photo of the whole document."
              : "If you have a letter or page that says so. Not needed here."}
          {
            " Only you and the moderators see it, every look is listed for you, and it is deleted 90 days after the decision."
          }
        </p>
        {attached === null ? null : <p>{`Beside it already: ${attached}. A new file takes its place.`}</p>}
        <div className="field">
          <label htmlFor="document">
            File
            <span className="muted"> (PDF, JPEG or PNG, up to 10 MB)</span>
          </label>
          <input
            className="input"
            id="document"
            name="document"
            type="file"
            accept="application/pdf,image/jpeg,image/png"
            aria-describedby={errors["document"] ? "document-error" : undefined}
            aria-invalid={errors["document"] ? true : undefined}
          />
          {errors["document"] ? (
            <div className="field-error" id="document-error">
              {errors["document"].join(" ")}
            </div>
          ) : null}
        </div>
        {recent.length === 0 ? null : (
          <ChoiceGroup label="Or one that you sent within the last day">
            <Choice type="radio" name="keptDocument" value="" defaultChecked={chosen === ""} label="None of these" />
            {recent.map(({ id, words }) => (
              <Choice
                key={id}
                type="radio"
                name="keptDocument"
                value={id}
                defaultChecked={chosen === id}
                label={words}
              />
            ))}
          </ChoiceGroup>
        )}
      </div>
      <div className="row">
        <Button name="intent" value="submit">
          Submit for checking
        </Button>
        <Button look="quiet" name="intent" value="keep">
          {version === 0 ? "Keep as self-declared" : "Save without submitting"}
        </Button>
      </div>
      <p className="small muted">
        Only “Submit for checking” sends a document. Without it your profile says “Self-declared”.
      </p>
    </form>
  );
}
