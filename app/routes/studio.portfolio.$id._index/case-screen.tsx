import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import { CASE_GAP_WORDS } from "#app/domain/portfolio/case-gaps.ts";
import { CaseForm } from "#app/domain/portfolio/case-form.tsx";
import { CaseStatusChip } from "#app/domain/portfolio/case-status-chip.tsx";
import type { OwnCase } from "#app/domain/portfolio/own-case.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { AddPictures } from "#app/routes/studio.portfolio.$id._index/add-pictures.tsx";
import { ConsentPanel } from "#app/routes/studio.portfolio.$id._index/consent-panel.tsx";
import { DONE_WORDS } from "#app/routes/studio.portfolio.$id._index/done-words.ts";
import { OwnPicture } from "#app/routes/studio.portfolio.$id._index/own-picture.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatDay } from "#app/ui/format.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Answered = { intent: string; reply: FormReply };
type Props = { portfolioCase: OwnCase; done: string | null; answered: Answered | null };

/** One case with all that its technician can do about it. */
export function CaseScreen({ portfolioCase, done, answered }: Props) {
  const { photos, status, isChangeable, looks } = portfolioCase;
  const replyOf = (intent: string) => (answered?.intent === intent ? answered.reply : null);
  return (
    <StudioFrame current="portfolio" title={portfolioCase.title} lead={<a href="/studio/portfolio">Your portfolio</a>}>
      {done !== null && done in DONE_WORDS && answered === null ? <Notice isNews>{DONE_WORDS[done]}</Notice> : null}
      {answered ? <FormErrors errors={answered.reply.errors} /> : null}
      <CaseState portfolioCase={portfolioCase} />
      {status === "withdrawn" ? null : (
        <section id="pictures" className="stack" aria-labelledby="pictures-title">
          <h2 id="pictures-title">Pictures</h2>
          {photos.length === 0 ? <p className="muted">There is no picture yet.</p> : null}
          <ul className="plain-list own-pictures">
            {photos.map((photo, index) => (
              <OwnPicture
                key={photo.id}
                photo={photo}
                caseId={portfolioCase.id}
                number={index + 1}
                isLast={index === photos.length - 1}
                isChangeable={isChangeable}
                reply={replyFor(photo.id, replyOf("describe_photo"))}
              />
            ))}
          </ul>
          {isChangeable ? <AddPictures portfolioCase={portfolioCase} reply={replyOf("add_photos")} /> : null}
        </section>
      )}
      {status === "withdrawn" ? null : (
        <ConsentPanel portfolioCase={portfolioCase} asked={replyOf("ask_consent")} ownHead={replyOf("own_head")} />
      )}
      {isChangeable ? (
        <section className="stack" aria-labelledby="details">
          <h2 id="details">Details</h2>
          <CaseForm key={portfolioCase.version} of={portfolioCase} reply={replyOf("save")} label="Save the details" />
        </section>
      ) : null}
      {looks.length === 0 ? null : (
        <section className="stack stack-tight" aria-labelledby="looks">
          <h2 id="looks">Looked at by</h2>
          <p className="small muted">Every look of a moderator at pictures that are not public.</p>
          <ul className="small">
            {looks.map(({ at, by }) => (
              <li key={at}>
                {`${by ?? "A moderator who has left"} (moderator), `}
                <time dateTime={at}>{`${formatDay(at)}, ${at.slice(11, 16)} UTC`}</time>
              </li>
            ))}
          </ul>
        </section>
      )}
      {status === "withdrawn" ? null : <Withdraw portfolioCase={portfolioCase} />}
    </StudioFrame>
  );
}

function replyFor(photoId: string, reply: FormReply | null): FormReply | null {
  return reply?.values["photoId"] === photoId ? reply : null;
}

/** Where the case stands, and the next step. */
function CaseState({ portfolioCase }: { portfolioCase: OwnCase }) {
  const { status, gaps, isChangeable, refusal, version } = portfolioCase;
  return (
    <section className="card stack" aria-labelledby="state">
      <h2 id="state" className="sr-only">
        State
      </h2>
      <p className="chips">
        <CaseStatusChip status={status} />
      </p>
      {refusal ? (
        <Notice tone="amber">
          {refusal.reason ? (
            <p>{`${CHECK_REASONS[refusal.reason].title}. ${CHECK_REASONS[refusal.reason].rule}`}</p>
          ) : null}
          {refusal.note === null ? null : <p className="words">{refusal.note}</p>}
        </Notice>
      ) : null}
      <p>{STATE_HINTS[status]}</p>
      {gaps.length === 0 ? null : (
        <>
          <p>
            <b>Still missing:</b>
          </p>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{CASE_GAP_WORDS[gap]}</li>
            ))}
          </ul>
        </>
      )}
      <form method="post" className="row">
        <input type="hidden" name="version" value={version} />
        {isChangeable && gaps.length === 0 ? (
          <Button name="intent" value="submit">
            Submit for checking
          </Button>
        ) : null}
        {status === "submitted" ? (
          <Button look="quiet" name="intent" value="take_back">
            Take it back
          </Button>
        ) : null}
        {status === "published" ? (
          <Button look="quiet" name="intent" value="reopen">
            Take it down to change it
          </Button>
        ) : null}
      </form>
    </section>
  );
}

const STATE_HINTS: Record<OwnCase["status"], string> = {
  draft: "Only you see this, and the person whom you ask for consent.",
  submitted: "A moderator looks at it next. We write to you either way.",
  published: "It is on your profile. To change it, take it down first; it is then checked again.",
  changes_requested: "Change what the moderator asked for and hand it in again.",
  rejected: "It is not shown, and can’t be handed in again. You can withdraw it, which deletes its pictures.",
  withdrawn: "It is withdrawn, and its pictures are deleted.",
};

function Withdraw({ portfolioCase }: { portfolioCase: OwnCase }) {
  return (
    <section aria-label="Withdraw">
      <Disclosure summary="Withdraw this case">
        <form method="post" className="stack stack-tight">
          <p>Its pictures are deleted from everywhere at once. This can’t be undone.</p>
          <input type="hidden" name="version" value={portfolioCase.version} />
          <div>
            <Button look="red" name="intent" value="withdraw">
              Withdraw for good
            </Button>
          </div>
        </form>
      </Disclosure>
    </section>
  );
}
