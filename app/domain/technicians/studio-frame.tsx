import type { ReactNode } from "react";
import { StudioNav } from "#app/domain/technicians/studio-nav.tsx";
import type { StudioPage } from "#app/domain/technicians/studio-nav.tsx";

/**
 * A page of the studio: the studio's pages beside it, above it on a phone. Its sections are the children; needs
 * studio.css.
 */
export function StudioFrame({
  current,
  title,
  lead,
  children,
}: {
  current: StudioPage;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page studio">
      <header className="stack stack-tight">
        <h1>{title}</h1>
        {lead ? <div className="muted">{lead}</div> : null}
      </header>
      <StudioNav current={current} />
      <div className="studio-parts stack stack-wide">{children}</div>
    </div>
  );
}
