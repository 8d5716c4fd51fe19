import type { OwnDocument } from "#app/domain/media/document.ts";
import { DocumentViews } from "#app/domain/media/document-views.tsx";
import { formatDay } from "#app/ui/format.ts";

/** One's own private documents, and who looked at each of them when. */
export function DocumentList({ documents }: { documents: readonly OwnDocument[] }) {
  return (
    <ul className="plain-list stack">
      {documents.map(({ id, mediaType, handedInAt, goesAt, handedInFor, views }) => (
        <li key={id} className="card stack stack-tight">
          <h3>
            {`${mediaType === "application/pdf" ? "PDF document" : "Photographed document"}, ${formatDay(handedInAt.slice(0, 10))}`}
          </h3>
          <p>
            <a href={`/documents/${id}`}>{mediaType === "application/pdf" ? "Download it" : "Look at it"}</a>
          </p>
          {handedInFor === null ? null : (
            <p className="small">
              {"Handed in for: "}
              <a href={handedInFor.href}>{handedInFor.label}</a>
            </p>
          )}
          {goesAt ? <p className="small muted">{`Deleted on ${formatDay(goesAt.slice(0, 10))}.`}</p> : null}
          <DocumentViews views={views} />
        </li>
      ))}
    </ul>
  );
}
