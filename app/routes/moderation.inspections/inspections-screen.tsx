import { INSPECTION_OUTCOMES } from "#app/domain/criteria/evidence-fact.ts";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import { Moment } from "#app/domain/moderation/moment.tsx";
import type { InspectionNotice, InspectionNotices } from "#app/domain/registers/inspection-notice.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

type Props = InspectionNotices & { isDone: boolean; reply: FormReply | undefined };

/** Inspections that went worse than before. The register has decided; a moderator looks whether the profile says so. */
export function InspectionsScreen({ notices, page, pageCount, isDone, reply }: Props) {
  return (
    <div className="page stack moderation">
      <ModerationNav current="inspections" />
      {isDone && !reply ? <Notice isNews>Noted as looked at.</Notice> : null}
      <h1>Worse inspections</h1>
      <p>
        A register’s newer snapshot brought an inspection that went worse than the one before it at the same premises.
        The profiles show it already, and whoever keeps one was told. See that the right place is meant, and that no
        badge says otherwise.
      </p>
      <FormErrors errors={reply?.errors ?? {}} />
      {notices.length === 0 ? <p>No register has reported one.</p> : null}
      <ul className="plain-list stack" aria-label="Inspections, newest first">
        {notices.map((notice) => (
          <li key={notice.id} className="card stack stack-tight">
            <NoticeCard {...notice} />
          </li>
        ))}
      </ul>
      <Pagination current={page} count={pageCount} hrefOf={(to) => `/moderation/inspections?page=${to}`} />
    </div>
  );
}

function NoticeCard({ id, seen, profiles, ...notice }: InspectionNotice) {
  const title = `${notice.premisesName}, ${notice.city}`;
  return (
    <>
      <h2 className="h3">{title}</h2>
      <p>
        <span className={notice.outcome === "closed" ? "chip chip-red" : "chip chip-amber"}>
          {INSPECTION_OUTCOMES[notice.outcome]}
        </span>
        {` on ${formatDay(notice.inspectedOn)}; the time before: ${INSPECTION_OUTCOMES[notice.previousOutcome].toLowerCase()}.`}
      </p>
      <p className="small muted">
        {`${notice.registerTitle}. Came in on `}
        <Moment at={notice.noticedAt} />.
      </p>
      {profiles.length === 0 ? (
        <p>No profile at these premises is public.</p>
      ) : (
        <ul className="row plain-list" aria-label="Profiles at these premises">
          {profiles.map(({ slug, name }) => (
            <li key={slug}>
              <a href={technicianPath(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {seen === null ? (
        <form method="post">
          <input type="hidden" name="inspectionId" value={id} />
          <Button look="quiet" aria-label={`Looked at ${title}`}>
            Looked at
          </Button>
        </form>
      ) : (
        <p className="small">
          {`Looked at by ${seen.by ?? "a former moderator"}, `}
          <Moment at={seen.at} />
        </p>
      )}
    </>
  );
}
