import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import { CASE_GAP_WORDS } from "#app/domain/portfolio/case-gaps.ts";
import { CaseStatusChip } from "#app/domain/portfolio/case-status-chip.tsx";
import type { OwnCaseLine } from "#app/domain/portfolio/list-own-cases.server.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = { cases: OwnCaseLine[]; isWithdrawn: boolean };

/** The technician's own cases, in the order in which readers see them. */
export function PortfolioScreen({ cases, isWithdrawn }: Props) {
  return (
    <StudioFrame
      current="portfolio"
      title="Your portfolio"
      lead="Each case is one treatment: before and after, with the age of the result. A moderator checks it, and the person in the pictures has to agree by their own link."
    >
      {isWithdrawn ? <Notice isNews>The case is withdrawn and its pictures are deleted.</Notice> : null}
      <div>
        <ButtonLink href="/studio/portfolio/new">Add a case</ButtonLink>
      </div>
      {cases.length === 0 ? (
        <p className="muted">There is no case yet. One with a healed result says more than ten fresh ones.</p>
      ) : (
        <ol className="plain-list portfolio-list stack stack-wide">
          {cases.map((line, index) => (
            <CaseLine key={line.id} line={line} isFirst={index === 0} isLast={index === cases.length - 1} />
          ))}
        </ol>
      )}
    </StudioFrame>
  );
}

function CaseLine({ line, isFirst, isLast }: { line: OwnCaseLine; isFirst: boolean; isLast: boolean }) {
  const { id, title, status, treatment, isSample, photoCount, cover, gaps } = line;
  return (
    <li id={`case-${id}`} className="card">
      {cover ? (
        <PhotoPicture photo={cover} alt={`${STAGE_LABELS[cover.stage]} picture of this case`} sizes="7rem" />
      ) : (
        <span className="portfolio-cover small muted">No picture yet</span>
      )}
      <div className="stack stack-tight">
        <h2 className="h3">
          <a href={`/studio/portfolio/${id}`}>{title}</a>
        </h2>
        <p className="chips">
          <CaseStatusChip status={status} />
          {isSample ? <Chip>Sample</Chip> : null}
        </p>
        <p className="small muted">{`${TREATMENTS[treatment]}, ${plural(photoCount, "picture")}`}</p>
        {gaps.length === 0 ? null : (
          <ul className="small">
            {gaps.map((gap) => (
              <li key={gap}>{CASE_GAP_WORDS[gap]}</li>
            ))}
          </ul>
        )}
        <form method="post" className="row">
          <input type="hidden" name="caseId" value={id} />
          {isFirst ? null : (
            <Button look="quiet" name="move" value="up" aria-label={`Move ${title} up`}>
              Up
            </Button>
          )}
          {isLast ? null : (
            <Button look="quiet" name="move" value="down" aria-label={`Move ${title} down`}>
              Down
            </Button>
          )}
        </form>
      </div>
    </li>
  );
}
