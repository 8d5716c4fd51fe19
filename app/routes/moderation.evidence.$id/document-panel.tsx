import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import type { EvidenceDocument } from "#app/domain/moderation/evidence-item.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { plural } from "#app/ui/format.ts";

/** The document itself, as pictures with the moderator's own mark in them. */
export function DocumentPanel({
  document,
  evidenceId,
  mark,
}: {
  document: EvidenceDocument;
  evidenceId: string;
  mark: string;
}) {
  return (
    <section className="stack stack-tight paper" aria-labelledby="document">
      <h2 id="document">Document</h2>
      <Body document={document} evidenceId={evidenceId} mark={mark} />
    </section>
  );
}

function Body({ document, evidenceId, mark }: { document: EvidenceDocument; evidenceId: string; mark: string }) {
  switch (document.state) {
    case "none":
      return <p>None was handed in.</p>;
    case "gone":
      return <p>It was deleted, as all documents are some time after the decision.</p>;
    case "confirm": {
      const returnTo = new URLSearchParams({ returnTo: handedInPath("evidence", evidenceId) }).toString();
      return (
        <>
          <p>It is shown once you have given your password again. Every look is on record, and its owner sees it.</p>
          <p>
            <ButtonLink look="quiet" href={`/confirm?${returnTo}`} aria-keyshortcuts="d">
              Show the document
            </ButtonLink>
          </p>
        </>
      );
    }
    case "unshown":
      return (
        <>
          <p>{WHY_NOT[document.why]}</p>
          <Download href={document.downloadHref} />
        </>
      );
    case "shown":
      return <Pages document={document} mark={mark} />;
  }
}

const WHY_NOT = {
  locked: "It is locked by a password, so it can’t be shown here.",
  damaged: "It can’t be shown here: it may be damaged, or too much for the viewer.",
  busy: "Too many documents are being opened just now. Load this page again in a moment.",
} as const;

function Pages({ document, mark }: { document: Extract<EvidenceDocument, { state: "shown" }>; mark: string }) {
  const { pages, pageCount, downloadHref } = document;
  return (
    <>
      <p className="small muted">
        {`Marked with your name (${mark}) and the time; the look is on record, and its owner sees it. The links work for five minutes.`}
      </p>
      <ol className="plain-list stack paper-pages">
        {pages.map(({ href, width, height }, index) => (
          <li key={index}>
            <a
              href={href}
              target="_blank"
              rel="noreferrer"
              aria-keyshortcuts={index === 0 ? "d" : undefined}
              aria-label={`Page ${index + 1} of ${pageCount}, full size`}
            >
              <img
                src={href}
                width={width}
                height={height}
                alt={`Page ${index + 1} of the document`}
                decoding="async"
              />
            </a>
          </li>
        ))}
      </ol>
      {pageCount > pages.length ? (
        <p>{`Shown are the first ${pages.length} of ${plural(pageCount, "page")}.`}</p>
      ) : null}
      <Download href={downloadHref} />
    </>
  );
}

function Download({ href }: { href: string | null }) {
  if (href === null) return null;
  return (
    <p className="small">
      <a href={href} rel="noreferrer" download>
        Download the PDF
      </a>
      <span className="muted"> (on record apart; open it with care)</span>
    </p>
  );
}
