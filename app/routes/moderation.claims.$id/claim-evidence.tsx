import type { ClaimItem } from "#app/domain/moderation/find-claim-item.server.ts";
import { History } from "#app/domain/moderation/item-evidence.tsx";
import { STATE_WORDS } from "#app/domain/moderation/item.ts";
import { CLAIM_METHODS } from "#app/domain/technicians/listing-claim.ts";
import { TECHNICIAN_STATUS_WORDS } from "#app/domain/technicians/publish-rules.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { formatDay } from "#app/ui/format.ts";

export type Register = { title: string; url: string | null };

/** What is known about the listing from elsewhere, who else claims it, and what was decided. */
export function ClaimEvidence({ item, register }: { item: ClaimItem; register: Register | null }) {
  const { listing, competing, history } = item;
  return (
    <>
      <section className="stack stack-tight" aria-labelledby="listing">
        <h2 id="listing">What the listing says</h2>
        <dl className="facts">
          <div>
            <dt>Name</dt>
            <dd>{listing.isVisible ? <a href={technicianPath(listing.slug)}>{listing.name}</a> : listing.name}</dd>
          </div>
          <div>
            <dt>State</dt>
            <dd>{`${TECHNICIAN_STATUS_WORDS[listing.status]}, ${listing.isKept ? "kept by somebody" : "kept by nobody"}`}</dd>
          </div>
          <div>
            <dt>Place</dt>
            <dd>
              {listing.places.length === 0 ? "None provided" : null}
              {listing.places.map((place) => (
                <span key={place} className="claims-line">
                  {place}
                </span>
              ))}
            </dd>
          </div>
          <div>
            <dt>Source</dt>
            <dd>
              <Source listing={listing} register={register} />
            </dd>
          </div>
          <div>
            <dt>Website</dt>
            <dd>
              {listing.websiteUrl === null ? (
                "None provided"
              ) : (
                <a href={listing.websiteUrl} rel="nofollow ugc noopener noreferrer">
                  {new URL(listing.websiteUrl).host}
                </a>
              )}
            </dd>
          </div>
        </dl>
        {listing.isKept ? (
          <p className="small muted">Whoever keeps the profile may have written its website and place themselves.</p>
        ) : null}
      </section>
      <section className="stack stack-tight" aria-labelledby="competing">
        <h2 id="competing">Other claims on it</h2>
        {competing.length === 0 ? <p>None.</p> : null}
        <ul className="plain-list stack stack-tight">
          {competing.map(({ id, path, by, method, status }) => (
            <li key={id}>
              <a href={path}>{by}</a>
              {`: ${CLAIM_METHODS[method].title.toLowerCase()}, ${(STATE_WORDS[status] ?? status).toLowerCase()}`}
            </li>
          ))}
        </ul>
      </section>
      <History history={history} />
    </>
  );
}

function Source({ listing, register }: { listing: ClaimItem["listing"]; register: Register | null }) {
  if (register === null) return <>None: made by its keeper</>;
  return (
    <>
      {register.url === null ? (
        register.title
      ) : (
        <a href={register.url} rel="noopener noreferrer">
          {register.title}
        </a>
      )}
      {`, record ${listing.record ?? "none"}`}
      {listing.snapshotOn === null ? null : `, as of ${formatDay(listing.snapshotOn)}`}
    </>
  );
}
