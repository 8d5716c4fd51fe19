import { BriefList } from "#app/domain/enquiries/brief-list.tsx";
import { ENQUIRY_STATUS_WORDS } from "#app/domain/enquiries/enquiry.ts";
import type { ThreadView } from "#app/domain/enquiries/find-enquiry.server.ts";
import { LocalTime } from "#app/domain/enquiries/local-time.tsx";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import { MoveForms } from "#app/routes/studio.enquiries.$id/move-forms.tsx";
import { ThreadForm } from "#app/routes/studio.enquiries.$id/thread-form.tsx";
import { THREAD_DONE } from "#app/routes/studio.enquiries.$id/thread-reply.ts";
import type { ThreadIntent, ThreadReply } from "#app/routes/studio.enquiries.$id/thread-reply.ts";
import { TimeForms } from "#app/routes/studio.enquiries.$id/time-forms.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { MOST_MESSAGE } from "#app/domain/enquiries/enquiry.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = { thread: ThreadView; done: ThreadIntent | null; today: string; reply: ThreadReply };

/** One client's enquiry: what they want, what was said, and what comes next. */
export function ThreadScreen({ thread, done, today, reply }: Props) {
  const { clientName, sentAt, status, brief, isBlocked, can } = thread;
  const to = (intent: ThreadIntent) => (reply.intent === intent ? reply : EMPTY_REPLY);
  const lead = (
    <>
      <a href="/studio/enquiries">All enquiries</a>
      {` · sent ${formatDay(sentAt)}`}
    </>
  );
  return (
    <StudioFrame current="enquiries" title={`Enquiry from ${clientName}`} lead={lead}>
      {done && reply.intent === null ? <Notice isNews>{THREAD_DONE[done]}</Notice> : null}
      <FormErrors errors={reply.errors} />
      <p className="chips">
        <span className={status === "sent" ? "chip chip-amber" : status === "treated" ? "chip chip-checked" : "chip"}>
          {ENQUIRY_STATUS_WORDS[status]}
        </span>
        {thread.treatedOn === null ? null : <span className="chip">{`On ${formatDay(thread.treatedOn)}`}</span>}
        {status === "consultation_booked" && thread.bookedFor !== null ? (
          <span className="chip">
            <LocalTime at={thread.bookedFor} />
          </span>
        ) : null}
        {isBlocked ? <span className="chip">Blocked</span> : null}
      </p>
      <section className="stack" aria-labelledby="brief-title">
        <h2 id="brief-title">What they want</h2>
        {brief === null ? <p>They sent no brief.</p> : <BriefList brief={brief} />}
      </section>
      <section className="stack" aria-labelledby="messages-title">
        <h2 id="messages-title">Messages</h2>
        <Messages thread={thread} />
        {can.answer ? <AnswerForm thread={thread} reply={to("answer")} /> : null}
      </section>
      <TimeForms thread={thread} offer={to("propose")} book={to("book")} />
      <MoveForms thread={thread} today={today} treat={to("treat")} decline={to("decline")} />
    </StudioFrame>
  );
}

function Messages({ thread: { messages, clientName } }: { thread: ThreadView }) {
  if (messages.length === 0) return <p>No messages yet.</p>;
  return (
    <ol className="plain-list message-list">
      {messages.map(({ id, isOwn, text, at }) => (
        <li key={id} className={isOwn ? "message message-own" : "message"}>
          <p className="small muted">
            {`${isOwn ? "You" : clientName} · `}
            <LocalTime at={at} />
          </p>
          <p className="words">{text}</p>
        </li>
      ))}
    </ol>
  );
}

function AnswerForm({ thread, reply: { values, errors } }: { thread: ThreadView; reply: Omit<ThreadReply, "intent"> }) {
  return (
    <ThreadForm intent="answer" version={thread.version}>
      <TextAreaField
        id="text"
        name="text"
        label="Your answer"
        hint="Only this client reads it."
        rows={5}
        maxLength={MOST_MESSAGE}
        defaultValue={values["text"] ?? ""}
        errors={errors["text"] ?? []}
        autoFocus={errors["text"] !== undefined}
      />
      <div>
        <Button>Send answer</Button>
      </div>
    </ThreadForm>
  );
}
