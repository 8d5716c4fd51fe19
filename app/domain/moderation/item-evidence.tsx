import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import { STATE_WORDS } from "#app/domain/moderation/item.ts";
import type { Item, ItemProof } from "#app/domain/moderation/item.ts";
import { Moment } from "#app/domain/moderation/moment.tsx";
import { itemPath } from "#app/domain/moderation/queue.ts";
import { ProofLabel, PROOF_MEANINGS } from "#app/domain/reviews/proof-label.tsx";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

/** What a moderator goes by beside the text: the proof, the signals, reports, what was decided and said before. */
export function ItemEvidence({ item, mayDecide }: { item: Item; mayDecide: boolean }) {
  return (
    <>
      {item.proof === null ? null : <Proof proof={item.proof} mayDecide={mayDecide} />}
      {item.signals === null ? null : <Signals signals={item.signals} />}
      <Reports reports={item.reports} />
      <History history={item.history} />
      <Revisions revisions={item.revisions} />
      {item.kind === "reply" ? null : <Others others={item.others} />}
    </>
  );
}

function Proof({ proof, mayDecide }: { proof: ItemProof; mayDecide: boolean }) {
  return (
    <section className="stack stack-tight">
      <h2>Proof of the visit</h2>
      <p>
        <ProofLabel level={proof.level} />
      </p>
      <p className="small muted">{PROOF_MEANINGS[proof.level]}</p>
      {proof.documentHref === null ? (
        <p>No document.</p>
      ) : (
        <p>
          <a href={proof.documentHref} aria-keyshortcuts="d" rel="noreferrer">
            Look at the document
          </a>
          <span className="muted small"> (the link works for five minutes, and the look is on record)</span>
        </p>
      )}
      {proof.isAccepted === null ? null : (
        <p>{proof.isAccepted ? "A moderator accepted it." : "A moderator found that it supports no visit."}</p>
      )}
      {proof.mayDecide && mayDecide ? (
        <form method="post" className="row">
          <Button look="quiet" name="intent" value="proof-accepted">
            It supports the visit
          </Button>
          <Button look="quiet" name="intent" value="proof-refused">
            It doesn’t
          </Button>
        </form>
      ) : null}
    </section>
  );
}

function Signals({ signals }: { signals: NonNullable<Item["signals"]> }) {
  return (
    <section className="stack stack-tight">
      <h2>Signals</h2>
      {signals.isChecked ? null : <p>They are looked for when you open this.</p>}
      {signals.isChecked && signals.found.length === 0 ? <p>None.</p> : null}
      <ul className="stack stack-tight plain-list">
        {signals.found.map(({ kind, label, detail, related }) => (
          <li key={kind} className="signal">
            <b>{label}</b>
            <p>{detail}</p>
            {related.length === 0 ? null : (
              <p className="small">
                {"See "}
                {related.map(({ id, name }, index) => (
                  <span key={id}>
                    {index === 0 ? "" : ", "}
                    <a href={itemPath("review", id)}>{`the review of ${name}`}</a>
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reports({ reports }: Pick<Item, "reports">) {
  if (reports.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h2>Reports</h2>
      <ul className="stack stack-tight plain-list">
        {reports.map((report) => (
          <li key={report.id}>
            <b>{REVIEW_REASONS[report.reason]}</b>
            {` · ${STATE_WORDS[report.status] ?? report.status}${report.isByTechnician ? " · by the technician" : ""}`}
            <p className="words">{report.explanation}</p>
            <p className="small muted">
              <Moment at={report.at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Decisions so far: append-only, so that nothing of it can be changed afterwards. */
export function History({ history, heading = "Decisions so far" }: Pick<Item, "history"> & { heading?: string }) {
  return (
    <section className="stack stack-tight">
      <h2>{heading}</h2>
      {history.length === 0 ? <p>None.</p> : null}
      <ol className="stack stack-tight plain-list">
        {history.map((past) => (
          <li key={past.id}>
            <b>{STATE_WORDS[past.toState] ?? past.toState}</b>
            {` by ${past.by}, `}
            <Moment at={past.at} />
            {past.checkReason === null
              ? reasonWords(past.reason)
              : `. Because: ${CHECK_REASONS[past.checkReason].title}`}
            {past.note === null ? null : <p className="words">{past.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function reasonWords(reason: ReviewReason | null): string {
  return reason === null ? "" : `. Because: ${REVIEW_REASONS[reason]}`;
}

function Revisions({ revisions }: Pick<Item, "revisions">) {
  if (revisions.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h2>Earlier wordings</h2>
      {revisions.map((revision) => (
        <Disclosure key={revision.version} summary={<Moment at={revision.at} />}>
          {revision.title === "" ? null : (
            <p>
              <b>{revision.title}</b>
            </p>
          )}
          <p className="words">{revision.text}</p>
        </Disclosure>
      ))}
    </section>
  );
}

function Others({ others }: Pick<Item, "others">) {
  return (
    <section className="stack stack-tight">
      <h2>The author’s other reviews</h2>
      {others.length === 0 ? <p>None.</p> : null}
      <ul className="stack stack-tight plain-list">
        {others.map((other) => (
          <li key={other.id}>
            <a href={itemPath("review", other.id)}>{`Review of ${other.about}`}</a>
            {`: ${STATE_WORDS[other.status] ?? other.status}${reasonWords(other.reason)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
