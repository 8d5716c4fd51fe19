import { CriteriaStrip } from "#app/domain/criteria/criteria-strip.tsx";
import { CRITERION_KEYS, criterionInSentence } from "#app/domain/criteria/criterion.ts";
import type { CriterionStates } from "#app/domain/criteria/criterion.ts";
import { INSPECTION_OUTCOMES } from "#app/domain/criteria/evidence-fact.ts";
import { photoSrcSet, photoUrl } from "#app/domain/media/photo.ts";
import type { ShownPhoto } from "#app/domain/media/photo.ts";
import { formatDistance } from "#app/domain/places/distance.ts";
import type { DistanceUnit } from "#app/domain/places/distance.ts";
import type { TechnicianCard as Card } from "#app/domain/profiles/card.ts";
import { KeepButtons } from "#app/domain/profiles/keep-button.tsx";
import { cardId } from "#app/domain/profiles/kept-technicians.ts";
import { RatingSummary } from "#app/domain/reviews/rating-summary.tsx";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { formatDay, formatMoney } from "#app/ui/format.ts";
import { MarkPlaceholder } from "#app/ui/logo-mark.tsx";

const TREATMENTS_SHOWN = 3;

/** "Checked: authorised, track record": the strip's filled dots in words, for who cannot hover. */
function checkedWords(states: CriterionStates): string {
  const titles = CRITERION_KEYS.flatMap((criterion) =>
    states[criterion] === "checked" ? criterionInSentence(criterion) : [],
  );
  return titles.length > 0 ? `Checked: ${titles.join(", ")}` : "Nothing checked yet";
}

function placeWords(card: Card, unit: DistanceUnit): string {
  const place = [card.studio, card.city, card.region].filter(Boolean).join(", ");
  return card.distanceKm === null ? place : `${place} · ${formatDistance(card.distanceKm, unit)} away`;
}

function offerWords(card: Card): string {
  const treatments = card.treatments.slice(0, TREATMENTS_SHOWN).map((treatment) => TREATMENTS[treatment]);
  const rest = card.treatments.length - treatments.length;
  return [...treatments, ...(rest > 0 ? [`${rest} more`] : [])].join(" · ");
}

function Picture({ photo, eager }: { photo: ShownPhoto; eager: boolean }) {
  return (
    <img
      className="tcard-photo"
      src={photoUrl(photo.key, 320)}
      srcSet={photoSrcSet(photo.key, photo.width)}
      sizes="(min-width: 46rem) 200px, 27vw"
      width={photo.width}
      height={photo.height}
      alt={photo.alt}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
    />
  );
}

/**
 * One technician in a list. Kept to few elements and joined text, since a page shows 24 of them. `eager` is for the
 * pictures that are in view at once.
 */
export function TechnicianCard({
  card,
  unit,
  eager = false,
  headingLevel = 2,
}: {
  card: Card;
  unit: DistanceUnit;
  eager?: boolean;
  headingLevel?: 2 | 3;
}) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const offer = offerWords(card);
  return (
    <article className="tcard" id={cardId(card.slug)}>
      {card.photo ? <Picture photo={card.photo} eager={eager} /> : <MarkPlaceholder className="tcard-photo" />}
      <div className="tcard-body">
        <Heading className="tcard-name">
          <a href={`/technicians/${card.slug}`}>{card.name}</a>
        </Heading>
        <p className="muted">
          {`${placeWords(card, unit)} `}
          {card.isSample ? <span className="chip chip-amber">Sample</span> : null}
        </p>
        {card.inspectionNotice ? (
          <p className="tcard-amber">
            {`Latest inspection: ${INSPECTION_OUTCOMES[card.inspectionNotice.outcome].toLowerCase()}, ${formatDay(card.inspectionNotice.inspectedOn)}`}
          </p>
        ) : null}
        {card.isUnclaimed ? (
          <p className="small">Listed from a public register, not claimed; may or may not offer SMP</p>
        ) : null}
        <CriteriaStrip states={card.states} size="card" />
        <p className="small">{checkedWords(card.states)}</p>
        <RatingSummary count={card.reviewCount} mean={card.ratingMean} counts={card.ratingCounts} size="card" />
        {offer ? <p className="muted small">{offer}</p> : null}
        {card.priceFrom ? (
          <p className="tcard-price">{`From ${formatMoney(card.priceFrom.amount, card.priceFrom.currency)}`}</p>
        ) : null}
        <KeepButtons slug={card.slug} name={card.name} />
      </div>
    </article>
  );
}
