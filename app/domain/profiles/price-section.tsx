import { scaleLabel } from "#app/domain/portfolio/portfolio-case.ts";
import type { Profile, ProfilePriceBand, ProfilePricePaid } from "#app/domain/profiles/profile.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import { formatDay, formatMoney, plural } from "#app/ui/format.ts";

const TREATMENT_KEYS = Object.keys(TREATMENTS) as Treatment[];

/** Declared prices by treatment and extent of hair loss, each beside what clients say they paid. */
export function PriceSection({ profile }: { profile: Pick<Profile, "priceBands" | "pricesPaid" | "topUpYears"> }) {
  const { priceBands, pricesPaid, topUpYears } = profile;
  const declared = TREATMENT_KEYS.filter((key) => priceBands.some((band) => band.treatment === key));
  const onlyPaid = pricesPaid.filter((paid) => !declared.includes(paid.treatment));
  return (
    <section id="prices" className="profile-section" aria-labelledby="prices-title">
      <header className="stack stack-tight">
        <h2 id="prices-title">Prices</h2>
        <p className="muted">What the technician declares, and what clients say they paid.</p>
      </header>
      <div className="stack">
        {declared.length === 0 ? <p className="muted">Declared prices: none provided.</p> : null}
        {declared.map((treatment) => (
          <TreatmentPrices
            key={treatment}
            treatment={treatment}
            bands={priceBands.filter((band) => band.treatment === treatment)}
            paid={pricesPaid.filter((price) => price.treatment === treatment)}
          />
        ))}
        {onlyPaid.length === 0 ? null : (
          <div className="card stack stack-tight">
            <h3>Clients say they paid, without a declared price</h3>
            <dl className="facts prices-paid">
              {onlyPaid.map((price) => (
                <div key={`${price.treatment} ${price.currency}`}>
                  <dt>{TREATMENTS[price.treatment]}</dt>
                  <dd>{paidWords(price)}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
        {topUpYears === null ? null : <p>{`Top-ups: usually every ${yearsWords(topUpYears)}, says the technician.`}</p>}
      </div>
    </section>
  );
}

function TreatmentPrices({
  treatment,
  bands,
  paid,
}: {
  treatment: Treatment;
  bands: readonly ProfilePriceBand[];
  paid: readonly ProfilePricePaid[];
}) {
  return (
    <div className="card stack stack-tight">
      <h3>{TREATMENTS[treatment]}</h3>
      <table className="table prices" role="table">
        <caption className="sr-only">{`Declared prices: ${TREATMENTS[treatment]}`}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Extent
            </th>
            <th scope="col" role="columnheader">
              Declared price
            </th>
            <th scope="col" role="columnheader">
              Included
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {bands.map((band) => (
            <tr role="row" key={`${band.scale} ${band.bandFrom} ${band.currency} ${band.amountFrom} ${band.amountTo}`}>
              <td role="cell">{scaleLabel(band.scale, band.bandFrom, band.bandTo) ?? "Any"}</td>
              <td role="cell">{range(band.amountFrom, band.amountTo, band.currency)}</td>
              <td role="cell" className="small">
                {includedWords(band)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {paid.length === 0 ? (
        <p className="small muted">No review names a price for this treatment.</p>
      ) : (
        paid.map((price) => (
          <p key={price.currency}>
            <b>Clients say they paid </b>
            {paidWords(price)}
          </p>
        ))
      )}
    </div>
  );
}

function range(from: number, to: number, currency: string): string {
  return from === to ? formatMoney(from, currency) : `${formatMoney(from, currency)} to ${formatMoney(to, currency)}`;
}

function includedWords(band: ProfilePriceBand): string {
  const within = band.topUpWithinMonths === null ? "" : ` within ${plural(band.topUpWithinMonths, "month")}`;
  return [
    band.sessionsIncluded === null ? "Sessions: none provided" : plural(band.sessionsIncluded, "session"),
    band.topUpIncluded ? `top-up${within}` : "no top-up",
    band.deposit === null ? "" : `deposit ${formatMoney(band.deposit, band.currency)}`,
    `confirmed ${formatDay(band.confirmedOn)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** "£1,000 to £1,400, half of them £1,200 or less (7 reviews)". */
function paidWords({ low, median, high, currency, count }: ProfilePricePaid): string {
  const middle = count < 3 ? "" : `, half of them ${formatMoney(median, currency)} or less`;
  return `${range(low, high, currency)}${middle} (${plural(count, "review")})`;
}

function yearsWords({ min, max }: { min: number; max: number }): string {
  return min === max ? plural(min, "year") : `${min} to ${max} years`;
}
