import type { ReactNode } from "react";

/** One part of a long text. People link to its `id`: once published it stays. */
export type LongReadPart = { id: string; title: string; content: ReactNode };

/** A text of several parts, with its contents always in reach where there is room beside it. */
export function LongRead({ title, lead, parts }: { title: string; lead: ReactNode; parts: readonly LongReadPart[] }) {
  return (
    <div className="page long-read">
      <header className="stack">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      <nav className="contents" aria-labelledby="contents">
        <p id="contents">On this page</p>
        <ol className="contents-links">
          {parts.map((part) => (
            <li key={part.id}>
              <a href={`#${part.id}`}>{part.title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="long-read-parts">
        {parts.map((part) => (
          <section key={part.id} className="prose" id={part.id}>
            <h2>{part.title}</h2>
            {part.content}
          </section>
        ))}
      </div>
    </div>
  );
}
