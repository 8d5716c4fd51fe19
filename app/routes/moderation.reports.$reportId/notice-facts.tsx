import { Moment } from "#app/domain/moderation/moment.tsx";
import { NOTICE_STAGE_WORDS } from "#app/domain/moderation/notice-stage.ts";
import type { ReportNotice } from "#app/domain/moderation/report-item.ts";
import { Button } from "#app/ui/button.tsx";

const ANSWERS = {
  keep: "The review stays",
  remove: "Remove it",
  defective: "Without a proper name or address, so that it counts as none",
} as const;

/** A defamation notice: its clock, what it says, and the author's answer. */
export function NoticeFacts({ notice, mayMarkDefective }: { notice: ReportNotice; mayMarkDefective: boolean }) {
  const { stage, dueAt, isOverdue, answer, answeredAt, authorContact } = notice;
  return (
    <>
      <p className="notice-clock row">
        <b>{NOTICE_STAGE_WORDS[stage]}</b>
        {dueAt === null ? null : (
          <span>
            {"Due by "}
            <Moment at={dueAt} />
          </span>
        )}
        {isOverdue ? <span className="chip chip-amber">Overdue</span> : null}
      </p>
      <dl className="stack stack-tight">
        <Line label="Complainant" words={notice.complainant} />
        <Line
          label="May the author know who it is?"
          words={notice.isIdentityShared ? "Yes" : "No: keep it from the author"}
        />
        <Line label="The words complained of" words={notice.quotedWords} />
        <Line label="What they are taken to mean" words={notice.meaning} />
        <Line label="Why they are said to be untrue and harmful" words={notice.statement} />
        {notice.forwardedAt === null ? null : (
          <div>
            <dt>Sent to the author</dt>
            <dd>
              <Moment at={notice.forwardedAt} />
            </dd>
          </div>
        )}
        {answer === null || answeredAt === null ? null : (
          <div>
            <dt>The author’s answer</dt>
            <dd>
              {`${ANSWERS[answer]}, `}
              <Moment at={answeredAt} />
            </dd>
          </div>
        )}
        {authorContact === null ? null : (
          <Line
            label={`Name and address (${notice.isContactShared ? "shown to the complainant" : "not passed on"})`}
            words={authorContact}
          />
        )}
      </dl>
      {mayMarkDefective ? (
        <form method="post">
          <Button look="quiet" name="intent" value="defective">
            Name or address is obviously false
          </Button>
        </form>
      ) : null}
    </>
  );
}

function Line({ label, words }: { label: string; words: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="words">{words}</dd>
    </div>
  );
}
