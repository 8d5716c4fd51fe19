import { AnswerForm } from "#app/routes/account.notices.$reportId/answer-form.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

export type OwnNoticeView = {
  title: string;
  text: string;
  technicianName: string;
  complainant: { name: string; address: string } | null;
  quotedWords: string;
  meaning: string;
  statement: string;
  answer: "keep" | "remove" | "defective" | null;
  answeredOn: string | null;
  isContactShared: boolean;
  lastDay: string;
  can: { answer: boolean };
};

/** A defamation notice as the author of the review reads and answers it. */
export function OwnNoticeScreen(view: OwnNoticeView & { reply: FormReply | undefined }) {
  const { title, text, technicianName, complainant, quotedWords, meaning, statement, lastDay, can, reply } = view;
  return (
    <div className="page-narrow stack stack-wide">
      <header className="stack">
        <h1>A notice about your review</h1>
        <p>
          {`Somebody says that words in your review of ${technicianName} are untrue and harm their reputation. They sent a notice under the law of England and Wales. Hairline has not judged whether they are right.`}
        </p>
      </header>
      {can.answer ? (
        <Notice tone="amber">{`Please answer until the end of ${formatDay(lastDay)}, London time.`}</Notice>
      ) : (
        <Answered {...view} />
      )}
      <section className="card stack">
        <h2>The notice</h2>
        <dl className="stack">
          <div>
            <dt>From</dt>
            <dd>
              {complainant === null
                ? "Somebody who does not want to be named to you"
                : `${complainant.name}, ${complainant.address}`}
            </dd>
          </div>
          <Quoted label="The words complained of" words={quotedWords} />
          <Quoted label="What they are taken to mean" words={meaning} />
          <Quoted label="Why they are said to be untrue and harmful" words={statement} />
        </dl>
      </section>
      <section className="card stack stack-tight">
        <h2>{title === "" ? "Your review" : title}</h2>
        <p className="words">{text}</p>
      </section>
      {can.answer ? <AnswerForm reply={reply} /> : null}
    </div>
  );
}

function Quoted({ label, words }: { label: string; words: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="words">{words}</dd>
    </div>
  );
}

function Answered({ answer, answeredOn, isContactShared }: OwnNoticeView) {
  if (answer === null || answeredOn === null) {
    return <Notice tone="amber">The time for an answer is over. A moderator decides about the review.</Notice>;
  }
  const passed = isContactShared
    ? "They were given your name and address."
    : "They were not given your name and address.";
  return (
    <Notice>
      {answer === "remove"
        ? `You had the review removed on ${formatDay(answeredOn)}.`
        : `You answered on ${formatDay(answeredOn)} that the review stays, and the person behind the notice was told. ${passed}`}
    </Notice>
  );
}
