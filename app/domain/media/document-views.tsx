import type { DocumentView } from "#app/domain/media/document.ts";
import { formatDay } from "#app/ui/format.ts";

/** Who looked at one's own document, and when. */
export function DocumentViews({ views }: { views: readonly DocumentView[] }) {
  if (views.length === 0) return <p className="small muted">Nobody but you has looked at it.</p>;
  return (
    <ul className="plain-list small muted">
      {views.map(({ at, by, isDownload }) => (
        <li key={`${at} ${by}`}>
          {`${isDownload ? "Downloaded" : "Looked at"} by ${by ?? "a moderator who has left"} (moderator), `}
          <time dateTime={at}>{`${formatDay(at)}, ${at.slice(11, 16)} UTC`}</time>
        </li>
      ))}
    </ul>
  );
}
