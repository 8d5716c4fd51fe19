import { ENQUIRY_STATUS_WORDS, ENQUIRY_STATUSES } from "#app/domain/enquiries/enquiry.ts";
import type { EnquiryStatus } from "#app/domain/enquiries/enquiry.ts";
import type { Inbox, ListedEnquiry } from "#app/domain/enquiries/list-enquiries.server.ts";
import { LocalTime } from "#app/domain/enquiries/local-time.tsx";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { formatDay, plural } from "#app/ui/format.ts";
import { Pagination } from "#app/ui/pagination.tsx";

const address = (status: EnquiryStatus | null, page = 1) => {
  const query = new URLSearchParams({ ...(status ? { state: status } : {}), ...(page > 1 ? { page: `${page}` } : {}) });
  return `/studio/enquiries${query.size === 0 ? "" : `?${query.toString()}`}`;
};

/** Who asked, newest first: what was not opened yet and who still waits stand out. */
export function InboxScreen({
  enquiries,
  counts,
  unread,
  page,
  pageCount,
  status,
}: Inbox & { status: EnquiryStatus | null }) {
  const all = ENQUIRY_STATUSES.reduce((sum, each) => sum + counts[each], 0);
  const lead = unread === 0 ? "Nothing new." : `${plural(unread, "enquiry", "enquiries")} with something new.`;
  return (
    <StudioFrame current="enquiries" title="Enquiries" lead={all === 0 ? undefined : lead}>
      {all === 0 ? (
        <p>Nobody has written to you yet. Enquiries from your profile appear here, with what each client wants.</p>
      ) : (
        <nav className="chips" aria-label="Enquiries by state">
          <a className="chip" href={address(null)} aria-current={status === null ? "page" : undefined}>
            {`All (${all})`}
          </a>
          {ENQUIRY_STATUSES.filter((each) => counts[each] > 0 || each === status).map((each) => (
            <a key={each} className="chip" href={address(each)} aria-current={status === each ? "page" : undefined}>
              {`${ENQUIRY_STATUS_WORDS[each]} (${counts[each]})`}
            </a>
          ))}
        </nav>
      )}
      {all > 0 && enquiries.length === 0 ? <p>None in this state.</p> : null}
      {enquiries.length === 0 ? null : (
        <ul className="plain-list inbox">
          {enquiries.map((enquiry) => (
            <InboxItem key={enquiry.id} {...enquiry} />
          ))}
        </ul>
      )}
      <Pagination current={page} count={pageCount} hrefOf={(to) => address(status, to)} />
    </StudioFrame>
  );
}

function InboxItem({
  id,
  clientName,
  status,
  sentOn,
  isUnread,
  isBlocked,
  daysWaiting,
  bookedFor,
  excerpt,
}: ListedEnquiry) {
  return (
    <li className={isUnread ? "inbox-item inbox-item-new" : "inbox-item"}>
      <div className="row row-apart">
        <h2>
          <a href={`/studio/enquiries/${id}`}>{clientName}</a>
          {isUnread ? <span className="inbox-new">New</span> : null}
        </h2>
        <span className="small muted">{formatDay(sentOn)}</span>
      </div>
      <p className="chips">
        <span className={status === "sent" ? "chip chip-amber" : status === "treated" ? "chip chip-checked" : "chip"}>
          {daysWaiting === null ? ENQUIRY_STATUS_WORDS[status] : waitingWords(daysWaiting)}
        </span>
        {isBlocked ? <span className="chip">Blocked</span> : null}
        {bookedFor === null ? null : (
          <span className="chip">
            <LocalTime at={bookedFor} />
          </span>
        )}
      </p>
      {excerpt === "" ? null : <p className="inbox-excerpt muted">{excerpt}</p>}
    </li>
  );
}

function waitingWords(days: number): string {
  return days === 0 ? "Waits since today" : `Waits for ${plural(days, "day")}`;
}
