import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import { CASE_REASONS } from "#app/domain/moderation/case-item.ts";
import type { CaseItem } from "#app/domain/moderation/case-item.ts";
import { CheckDecisionForm, CHECK_SHORTCUTS } from "#app/domain/moderation/check-decision-form.tsx";
import { DoneNotice } from "#app/domain/moderation/done-notice.tsx";
import { ItemFrame } from "#app/domain/moderation/item-frame.tsx";
import { STATE_WORDS } from "#app/domain/moderation/item.ts";
import type { DoneDecision } from "#app/domain/moderation/item.ts";
import { Moment } from "#app/domain/moderation/moment.tsx";
import { CASE_WARNING_WORDS } from "#app/domain/portfolio/case-warnings.ts";
import { CONSENT_STATE_WORDS } from "#app/domain/portfolio/consent-state.ts";
import { resultAge } from "#app/domain/portfolio/portfolio-case.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { formatDay } from "#app/ui/format.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = { item: CaseItem; done: DoneDecision | null; reply: FormReply | null };

/** One case to decide: its pictures large, what is said about them beside. */
export function CaseItemScreen({ item, done, reply }: Props) {
  const mayDecide = item.waiting !== null && (item.claim === null || item.claim.isMine);
  return (
    <ItemFrame
      current="portfolio"
      heading={item.heading}
      kind={`Portfolio case of ${item.technician.name}${item.isSample ? " (sample)" : ""}`}
      waiting={item.waiting}
      claim={item.claim}
      shortcuts={CHECK_SHORTCUTS.filter(({ key }) => key !== "d" && key !== "n")}
      notices={
        <>
          <DoneNotice done={done} />
          {reply !== null && !mayDecide ? <FormErrors errors={reply.errors} /> : null}
        </>
      }
      evidence={<CaseEvidence item={item} />}
      decision={
        mayDecide ? (
          <CheckDecisionForm
            key={item.version}
            version={item.version}
            reasons={CASE_REASONS}
            labels={{ approve: "Approve", request_changes: "Ask for changes", reject: "Reject" }}
            approveHint="It appears on the profile at once."
            reply={reply ?? EMPTY_REPLY}
          />
        ) : null
      }
    >
      {item.waiting === null ? <Decided item={item} /> : null}
      <ul className="plain-list desk-pictures" aria-label="Pictures">
        {item.photos.map((photo, index) => (
          <li key={photo.key}>
            <figure className="stack stack-tight">
              <PhotoPicture photo={photo} alt={photo.alt} sizes="(min-width: 68rem) 40rem, 92vw" />
              <figcaption>
                <b>{`${index + 1}. ${STAGE_LABELS[photo.stage]}${photo.daysSinceLastSession === null ? "" : `, ${resultAge(photo.daysSinceLastSession)}`}`}</b>
                {photo.takenOn === null ? "" : `, taken on ${formatDay(photo.takenOn)}`}
                {photo.caption === null ? null : <p>{photo.caption}</p>}
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </ItemFrame>
  );
}

/** For who comes too late: how it was decided, by whom and why. */
function Decided({ item: { status, history } }: { item: CaseItem }) {
  const [last] = history;
  return (
    <Notice>
      <b>{STATE_WORDS[status] ?? status}</b>
      {last === undefined ? null : (
        <>
          {`. Decided by ${last.by}, `}
          <Moment at={last.at} />
          {last.checkReason === null ? "." : `, because: ${CHECK_REASONS[last.checkReason].title.toLowerCase()}.`}
        </>
      )}
    </Notice>
  );
}

function CaseEvidence({ item }: { item: CaseItem }) {
  const { consent, isOwnHead, warnings, similar, facts, lastSessionOn, history, technician } = item;
  return (
    <>
      <section className="stack stack-tight">
        <h2>Consent</h2>
        <p>{CONSENT_STATE_WORDS[consent]}</p>
        {isOwnHead ? <p className="signal">The technician says that the pictures show themself.</p> : null}
      </section>
      <section className="stack stack-tight">
        <h2>Warnings</h2>
        {warnings.length + similar.length === 0 ? <p>None.</p> : null}
        <ul className="plain-list stack stack-tight">
          {warnings.map((warning) => (
            <li key={warning} className="signal">
              {CASE_WARNING_WORDS[warning]}
            </li>
          ))}
          {similar.map(({ number, where, href, isSame }, index) => (
            <li key={index} className="signal">
              {`Picture ${number} ${isSame ? "is the same as" : "looks like"} one in `}
              {href === null ? where : <a href={href}>{where}</a>}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack stack-tight">
        <h2>What is declared</h2>
        <dl className="facts">
          <div>
            <dt>Last session</dt>
            <dd>{lastSessionOn === null ? "Not said" : formatDay(lastSessionOn)}</dd>
          </div>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={technicianPath(technician.slug)}>The profile</a>
        </p>
      </section>
      <section className="stack stack-tight">
        <h2>What was decided</h2>
        {history.length === 0 ? <p>Nothing yet.</p> : null}
        <ul className="plain-list stack stack-tight">
          {history.map(({ id, by, at, toState, checkReason, note }) => (
            <li key={id}>
              {`${STATE_WORDS[toState] ?? toState}, by ${by}, `}
              <Moment at={at} />
              {checkReason === null ? null : <p>{CHECK_REASONS[checkReason].title}</p>}
              {note === null ? null : <p className="words">{note}</p>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
