import { useContext } from "react";
import type { TechnicianCard as Card } from "#app/domain/profiles/card.ts";
import { KeepButton, KeptContext } from "#app/domain/profiles/keep-button.tsx";
import { cardId, COMPARISON, COMPARE_LEAST, SHORTLIST } from "#app/domain/profiles/kept-technicians.ts";
import { TechnicianCard } from "#app/domain/profiles/technician-card.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

export type ShortlistView = {
  /** In the order of adding. */
  cards: Card[];
  /** On the list, but no longer to be seen. */
  goneCount: number;
  /** Somebody was just not added, because the list is full. */
  isRefused: boolean;
};

/** The reader's shortlist: come back to it, take off, or choose some to stand side by side. */
export function ShortlistScreen({ cards, goneCount, isRefused }: ShortlistView) {
  const { shortlist } = useContext(KeptContext);
  const left = cards.filter(({ slug }) => shortlist.includes(slug)).length;
  return (
    <div className="page shortlist stack stack-wide">
      <header className="stack stack-tight">
        <h1>Your shortlist</h1>
        <p className="muted">
          Kept in this browser only, for a year: in a cookie that says who is on the list and nothing about you. Nobody
          else can see it, the technicians included.
        </p>
      </header>
      {isRefused ? (
        <Notice tone="amber">{`Your shortlist is full: ${SHORTLIST.most} is the most. Remove one, then add again.`}</Notice>
      ) : null}
      {goneCount > 0 ? (
        <Notice>{`${plural(goneCount, "technician")} on your list can no longer be shown here, so ${goneCount === 1 ? "it is" : "they are"} left out.`}</Notice>
      ) : null}
      {cards.length === 0 ? (
        <Empty />
      ) : (
        <form method="get" action="/compare" className="stack" aria-labelledby="shortlist-count">
          <div className="row row-apart">
            <h2 id="shortlist-count">{plural(left, "technician")}</h2>
            {cards.length < COMPARE_LEAST ? null : (
              <div className="row">
                <span className="muted">{`Choose ${COMPARE_LEAST} to ${COMPARISON.most} below`}</span>
                <Button>Compare</Button>
              </div>
            )}
          </div>
          <ul className="shortlist-cards">
            {cards.map((card) => (
              <li key={card.slug}>
                {shortlist.includes(card.slug) ? (
                  <>
                    {cards.length < COMPARE_LEAST ? null : (
                      <label className="choice">
                        <input type="checkbox" name="t" value={card.slug} />
                        {`Choose ${card.name}`}
                      </label>
                    )}
                    <TechnicianCard card={card} unit="km" headingLevel={3} />
                  </>
                ) : (
                  <Removed card={card} />
                )}
              </li>
            ))}
          </ul>
        </form>
      )}
    </div>
  );
}

/** In the place of a card that was just taken off: a way back, until the page is loaded again. */
function Removed({ card: { slug, name } }: { card: Card }) {
  return (
    <div className="row">
      <p id={cardId(slug)} tabIndex={-1}>{`${name} is off your list.`}</p>
      <KeepButton list="shortlist" slug={slug} name={name} />
    </div>
  );
}

function Empty() {
  return (
    <div className="stack prose">
      <p>
        There is nobody on it yet. Press “Add to shortlist” on a search result or a profile to come back to a technician
        later, and to put two to four of them side by side.
      </p>
      <p>
        <ButtonLink href="/technicians">Find a technician</ButtonLink>
      </p>
    </div>
  );
}
