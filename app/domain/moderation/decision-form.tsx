import type { Item } from "#app/domain/moderation/item.ts";
import { ReasonFields, ReasonRules } from "#app/domain/moderation/reason-fields.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** What becomes of a text that waits. The buttons carry the decision; all but "Approve" need a reason and the facts. */
export function DecisionForm({ item, reply }: { item: Item; reply: FormReply }) {
  return (
    <form method="post" className="card stack decision-form" aria-label="Decision">
      <h2>Your decision</h2>
      <FormErrors errors={reply.errors} />
      <input type="hidden" name="version" value={item.version} />
      <div className="row">
        <Button name="decision" value="approve" aria-keyshortcuts="a">
          Approve
        </Button>
        <span className="muted small">Published at once, as it stands.</span>
      </div>
      <ReasonFields reply={reply} />
      <div className="row">
        <Button look="red" name="decision" value="reject" aria-keyshortcuts="x">
          Reject
        </Button>
        <Button look="quiet" name="decision" value="request_changes" aria-keyshortcuts="c">
          Ask for changes
        </Button>
      </div>
      {item.kind === "review" ? <PassageFields item={item} reply={reply} /> : null}
      <ReasonRules isOpen />
    </form>
  );
}

function PassageFields({ item, reply: { values, errors } }: { item: Item; reply: FormReply }) {
  const isMarked = /\[\[|\]\]/.test(`${values["title"] ?? ""}${values["text"] ?? ""}`);
  return (
    <Disclosure summary="Publish without a passage" isOpen={isMarked || Boolean(errors["text"] ?? errors["title"])}>
      <div className="stack">
        <p className="small">
          {"Put "}
          <kbd>[[</kbd>
          {" and "}
          <kbd>]]</kbd>
          {
            " round each passage that has to go, such as a name. It is replaced by a note that says so. Nothing else can be changed: any other difference is refused. Choose the fitting reason above; the author’s own words are kept."
          }
        </p>
        {item.title === "" ? null : (
          <TextAreaField
            id="title"
            name="title"
            label="Title with marks"
            rows={2}
            errors={errors["title"]}
            defaultValue={values["title"] || item.title}
          />
        )}
        <TextAreaField
          id="text"
          name="text"
          label="Text with marks"
          aria-keyshortcuts="p"
          rows={8}
          errors={errors["text"]}
          autoFocus={!errors["reason"] && !errors["note"] && Boolean(errors["text"])}
          defaultValue={values["text"] || item.text}
        />
        <div>
          <Button look="quiet" name="decision" value="redact">
            Publish without the marked passages
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

export const DECISION_SHORTCUTS = [
  { key: "o", label: "Open, or keep open" },
  { key: "a", label: "Approve" },
  { key: "r", label: "Reason" },
  { key: "f", label: "Facts" },
  { key: "x", label: "Reject" },
  { key: "c", label: "Ask for changes" },
  { key: "p", label: "Mark passages" },
  { key: "d", label: "Document" },
  { key: "n", label: "Next item" },
] as const;
