import type { ProfilePremises } from "#app/domain/profiles/profile.ts";
import { FEATURES } from "#app/domain/technicians/vocabulary.ts";
import { formatDay } from "#app/ui/format.ts";

/** Where the technician works, with what the place offers to who needs it. */
export function PremisesSection({ premises }: { premises: readonly ProfilePremises[] }) {
  return (
    <section id="premises" className="profile-section" aria-labelledby="premises-title">
      <header className="stack stack-tight">
        <h2 id="premises-title">Premises</h2>
        <p className="muted">Where the work is done, and how to get in.</p>
      </header>
      <div className="stack">
        {premises.length === 0 ? <p className="muted">None provided.</p> : null}
        {premises.map((place) => (
          <div key={`${place.name} ${place.address}`} className="card stack stack-tight">
            <h3>{place.name}</h3>
            {place.guest === null ? null : <p>{guestWords(place.guest)}</p>}
            <address>
              {[place.address, [place.city, place.region, place.postcode].filter(Boolean).join(", "), place.countryName]
                .filter(Boolean)
                .map((line) => (
                  <span key={line}>{line}</span>
                ))}
            </address>
            <Hours hours={place.hours} />
            {place.features.length === 0 ? (
              <p className="small muted">Access features: none provided.</p>
            ) : (
              <ul className="chips" aria-label="Access features">
                {place.features.map((feature) => (
                  <li key={feature} className="chip">
                    {FEATURES[feature]}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

/** A line a stretch. A day of its own for each closed one would say no more. */
function Hours({ hours }: Pick<ProfilePremises, "hours">) {
  if (hours.length === 0) return <p className="small muted">Opening hours: none provided.</p>;
  return (
    <dl className="hours small figures" aria-label="Opening hours">
      {hours.map(({ day, opens, closes }) => (
        <div key={day + opens}>
          <dt>{day}</dt>
          <dd>{`${opens} to ${closes}`}</dd>
        </div>
      ))}
      {new Set(hours.map(({ day }) => day)).size < 7 ? (
        <div>
          <dt>Other days</dt>
          <dd>Closed</dd>
        </div>
      ) : null}
    </dl>
  );
}

/** "Guest here from 3 March 2026 until 9 March 2026". */
function guestWords({ from, until }: NonNullable<ProfilePremises["guest"]>): string {
  return ["Guest here", from && `from ${formatDay(from)}`, until && `until ${formatDay(until)}`]
    .filter(Boolean)
    .join(" ");
}
