import { EvidenceForm } from "#app/domain/criteria/evidence-form.tsx";
import type { EvidenceFormView } from "#app/domain/criteria/evidence-form-view.ts";
import {
  OwnDocument,
  ownDates,
  OwnFacts,
  OwnRefusal,
  OwnState,
  renewPath,
} from "#app/domain/criteria/own-evidence-parts.tsx";
import type { OwnEvidence } from "#app/domain/criteria/own-evidence.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  evidence: OwnEvidence;
  form: EvidenceFormView | null;
  done: string | null;
  reply: FormReply | undefined;
};

/** One piece of one's own evidence: how it stands, its document, and what can be done. */
export function EvidenceScreen({ evidence, form, done, reply }: Props) {
  const { document, can, version, status, title, details } = evidence;
  const dates = ownDates(evidence);
  return (
    <StudioFrame
      current="criteria"
      title={title}
      lead={
        <p>
          <a href={`/studio/criteria#${evidence.criterion}`}>Criteria and evidence</a>
        </p>
      }
    >
      {done === null ? null : <Notice isNews>{done}</Notice>}
      <section className="stack" aria-label="How it stands">
        <OwnState evidence={evidence} />
        {dates === "" ? null : <p>{dates}</p>}
        <OwnRefusal evidence={evidence} />
        <OwnFacts details={details} />
        {document === null ? null : <OwnDocument document={document} />}
        {can.renew && !evidence.isRenewed ? (
          <div>
            <ButtonLink look="quiet" href={renewPath(evidence)}>
              Add the new one
            </ButtonLink>
          </div>
        ) : null}
        {form === null && reply ? <FormErrors errors={reply.errors} /> : null}
      </section>
      {form === null ? null : (
        <section className="stack">
          <h2>{status === "needs_better_copy" ? "Hand it in again" : "Change it, or have it checked"}</h2>
          <EvidenceForm view={form} reply={reply} />
        </section>
      )}
      {can.giveUp ? (
        <section>
          <Disclosure summary={status === "declared" ? "Remove it" : "Give it up"}>
            <form method="post" className="stack stack-tight">
              <p>
                {status === "verified"
                  ? "It counts for nothing from then on, and is gone from your profile and from search. To show it again, it has to be checked again."
                  : "It is gone from your profile, and nobody checks it any more."}
              </p>
              <input type="hidden" name="version" value={version} />
              <div>
                <Button look="red" name="intent" value="give_up">
                  {status === "declared" ? "Remove it from my profile" : "Give it up"}
                </Button>
              </div>
            </form>
          </Disclosure>
        </section>
      ) : null}
    </StudioFrame>
  );
}
