import type { Fact, Item, ItemRatings } from "#app/domain/moderation/item.ts";
import { ReviewPhotos } from "#app/domain/reviews/review-photos.tsx";
import { SubRatings } from "#app/domain/reviews/sub-ratings.tsx";
import { Stars } from "#app/ui/stars.tsx";

/** What somebody wrote, as a moderator reads it: without stars until there is a decision that stands. */
export function ItemBody({
  item,
  hasTitle = false,
}: {
  item: Item;
  /** Where the page's heading isn't it. */ hasTitle?: boolean;
}) {
  return (
    <article className="card stack item-text" aria-label="The text">
      <p className="muted small">
        {`By ${item.authorName}`}
        {item.isSample ? " · Sample" : ""}
      </p>
      {hasTitle && item.title !== "" ? <h2>{item.title}</h2> : null}
      <p className="words">{item.text}</p>
      <Facts facts={item.facts} />
      <ReviewPhotos photos={item.photos} isSample={item.isSample} />
      {item.below === null ? null : (
        <section className="stack stack-tight">
          <h2>The review it stands below</h2>
          {item.below.title === "" ? null : (
            <p>
              <b>{item.below.title}</b>
            </p>
          )}
          <p className="words">{item.below.text}</p>
        </section>
      )}
      {item.ratings === null ? (
        item.kind === "reply" ? null : (
          <p className="muted small">Stars and ratings are hidden until there is a decision.</p>
        )
      ) : (
        <Ratings ratings={item.ratings} />
      )}
    </article>
  );
}

function Ratings({ ratings }: { ratings: ItemRatings }) {
  return (
    <section className="stack stack-tight" aria-label="Ratings">
      <h2>Ratings, shown now that it is decided</h2>
      {ratings.overall === null ? (
        <p>No stars of its own.</p>
      ) : (
        <p className="rating">
          <Stars value={ratings.overall} />
        </p>
      )}
      <SubRatings values={ratings.subRatings} />
      <Facts facts={ratings.answers} />
    </section>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="facts-inline">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
