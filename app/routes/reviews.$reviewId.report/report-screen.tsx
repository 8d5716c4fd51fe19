import { NoticeForm } from "#app/routes/reviews.$reviewId.report/notice-form.tsx";
import { ReportForm } from "#app/routes/reviews.$reviewId.report/report-form.tsx";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { formatDay } from "#app/ui/format.ts";

export type ReportView = {
  review: {
    id: string;
    title: string;
    text: string;
    authorName: string;
    publishedOn: string;
    technicianName: string;
    slug: string;
  };
  isNotice: boolean;
  isSignedIn: boolean;
};

/** Report a review, or send a defamation notice about it: two forms of one page, each reached by a plain link. */
export function ReportScreen({ review, isNotice, isSignedIn, reply }: ReportView & { reply: FormReply | undefined }) {
  const own = `/reviews/${review.id}/report`;
  return (
    <div className="page-narrow stack stack-wide">
      <header className="stack">
        <h1>{isNotice ? "Send a defamation notice" : "Report this review"}</h1>
        <p>
          {isNotice
            ? "For somebody whom the review is about: a statement about you or your business is untrue and harms your reputation. It follows the law of England and Wales."
            : "Tell us which rule it breaks. A moderator looks into it; the review stays visible meanwhile, unless it can do harm. Neither the author nor the technician learns who reported it."}
        </p>
      </header>
      <article className="card stack stack-tight" aria-label="The review">
        <h2>{review.title === "" ? `Review by ${review.authorName}` : review.title}</h2>
        <p className="small muted">
          {`${review.authorName} about ${review.technicianName} · ${formatDay(review.publishedOn)}`}
        </p>
        <p className="words">{review.text}</p>
        <p className="small">
          <a href={`${technicianPath(review.slug)}/reviews`}>{`All reviews of ${review.technicianName}`}</a>
        </p>
      </article>
      {isNotice ? (
        <NoticeForm action={`${own}?kind=notice`} reply={reply} />
      ) : (
        <ReportForm action={own} isSignedIn={isSignedIn} reply={reply} />
      )}
      <aside className="card stack stack-tight">
        {isNotice ? (
          <>
            <h2>Is it something else?</h2>
            <p>
              {"If the review breaks one of our rules, "}
              <a href={own}>report it</a>
              {". You can do both."}
            </p>
          </>
        ) : (
          <>
            <h2>Is it about you, untrue, and harming your reputation?</h2>
            <p>
              {"The law of England and Wales has its own way for that, with fixed times to answer: "}
              <a href={`${own}?kind=notice`}>send a UK defamation notice</a>
              {"."}
            </p>
          </>
        )}
      </aside>
    </div>
  );
}
