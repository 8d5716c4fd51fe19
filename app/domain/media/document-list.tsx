import type { OwnDocument } from "#app/domain/media/document.ts";
import { formatDay } from "#app/ui/format.ts";

/** One's own private documents, and who looked at each of them when. */
export function DocumentList({ documents }: { documents: readonly OwnDocument[] }) {
  return (
    <ul className="plain-list stack">
      {documents.map(({ id, mediaType, handedInAt, goesAt, views }) => (
        <li key={id} className="card stack stack-tight">
          <h3>
            {`${mediaType === "application/pdf" ? "PDF document" : "Photographed document"}, ${formatDay(handedInAt.slice(0, 10))}`}
          </h3>
          <p>
            <a href={`/documents/${id}`}>{mediaType === "application/pdf" ? "Download it" : "Look at it"}</a>
          </p>
          {goesAt ? <p className="small muted">{`Deleted on ${formatDay(goesAt.slice(0, 10))}.`}</p> : null}
          {views.length === 0 ? (
            <p className="small muted">Nobody but you has looked at it.</p>
          ) : (
            <>
              <p className="small">Looked at by</p>
              <ul className="small">
                {views.map(({ at, by, isDownload }) => (
                  <li key={`${at} ${by}`}>
                    {`${by ?? "A moderator who has left"} (moderator${isDownload ? ", downloaded it" : ""}), `}
                    <time dateTime={at}>{`${formatDay(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`}</time>
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
