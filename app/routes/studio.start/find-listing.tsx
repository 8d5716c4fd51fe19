import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Found = { slug: string; name: string; place: string; source: string | null; isKept: boolean };
export type FindView = {
  asked: { name: string; place: string };
  /** The place that was understood; null where none was asked for or none is known. */
  near: string | null;
  /** Null before a search, and where its place is not known. */
  found: Found[] | null;
};

/** A search among what registers and lists have of studios, as a plain GET form. */
export function FindListing({ view: { asked, near, found } }: { view: FindView }) {
  const isAsked = asked.name !== "" || asked.place !== "";
  const isPlaceUnknown = isAsked && found === null;
  return (
    <section className="stack" aria-labelledby="find">
      <div className="stack stack-tight">
        <h2 id="find">Are you listed already?</h2>
        <p>Many studios are, because a public register names them. Claiming the listing keeps its record with you.</p>
      </div>
      <form method="get" className="claims-find" aria-labelledby="find">
        <TextField
          id="find-name"
          name="name"
          label="Your studio’s name, or yours"
          maxLength={120}
          defaultValue={asked.name}
        />
        <TextField
          id="find-near"
          name="near"
          label="Near"
          isOptional
          maxLength={100}
          defaultValue={asked.place}
          errors={isPlaceUnknown ? ["We don’t know this place. Check how it is written."] : []}
        />
        <div>
          <Button look="quiet">Find my listing</Button>
        </div>
      </form>
      {found === null ? null : <FoundListings found={found} near={near} />}
    </section>
  );
}

function FoundListings({ found, near }: { found: readonly Found[]; near: string | null }) {
  if (found.length === 0) {
    return (
      <Notice isNews>
        {`No listing fits${near === null ? "" : ` near ${near}`}. Try one word of the name, or create a profile below.`}
      </Notice>
    );
  }
  return (
    <ul className="plain-list claims-found" aria-label="Listings found">
      {found.map(({ slug, name, place, source, isKept }) => (
        <li key={slug}>
          <span>
            <a href={technicianPath(slug)}>{name}</a>
            <span className="muted small claims-line">
              {[place, source === null ? null : `from ${source}`, isKept ? "kept by somebody" : null]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <a href={`${technicianPath(slug)}/claim`} aria-label={`This is me: ${name}`}>
            This is me
          </a>
        </li>
      ))}
    </ul>
  );
}
