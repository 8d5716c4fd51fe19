import { CriterionDot } from "#app/domain/criteria/criteria-strip.tsx";
import { photoSrcSet, photoUrl } from "#app/domain/media/photo.ts";
import type { ShownPhoto } from "#app/domain/media/photo.ts";
import { KeepButton } from "#app/domain/profiles/keep-button.tsx";
import { cardId, compareHref } from "#app/domain/profiles/kept-technicians.ts";
import type { WrittenGroup } from "#app/routes/compare/write-groups.ts";
import { MarkPlaceholder } from "#app/ui/logo-mark.tsx";

export type CompareHead = {
  slug: string;
  name: string;
  isSample: boolean;
  isUnclaimed: boolean;
  photo: ShownPhoto | null;
};

/** One row per fact. Names come again with every group, because a phone shows only some columns and never the head. */
export function CompareTable({ heads, groups }: { heads: CompareHead[]; groups: WrittenGroup[] }) {
  return (
    <div className="compare-scroll" role="region" aria-labelledby="compare-caption" tabIndex={0}>
      <table className={`compare-table compare-${heads.length}`}>
        <caption id="compare-caption">
          {`Facts about ${heads.map(({ name }) => name).join(", ")}. Rows that are not the same for all say “Differs”.`}
        </caption>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <Head key={head.slug} head={head} others={heads.filter((one) => one !== head).map(({ slug }) => slug)} />
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr className="compare-group">
              <th scope="rowgroup">{group.title}</th>
              {heads.map(({ slug, name }) => (
                <td key={slug}>{name}</td>
              ))}
            </tr>
            {group.rows.map((row) => (
              <tr key={row.label} className={row.isDifferent ? "compare-different" : undefined}>
                <th scope="row">
                  {row.label}
                  {row.isDifferent ? <span className="compare-differs">Differs</span> : null}
                </th>
                {row.cells.map(({ state, isKnown, blocks }, at) => (
                  <td key={heads[at]?.slug} className={isKnown ? undefined : "muted"}>
                    {state === null ? null : <CriterionDot state={state} />}
                    {blocks.map((block, index) => (
                      <p key={index}>
                        {block.map((line, own) => (
                          <span key={own}>{line}</span>
                        ))}
                      </p>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Head({ head: { slug, name, isSample, isUnclaimed, photo }, others }: { head: CompareHead; others: string[] }) {
  return (
    <th scope="col" id={cardId(slug)}>
      <div className="compare-head">
        {photo === null ? (
          <MarkPlaceholder className="compare-photo" />
        ) : (
          <img
            className="compare-photo"
            src={photoUrl(photo.key, 320)}
            srcSet={photoSrcSet(photo.key, photo.width)}
            sizes="160px"
            width={photo.width}
            height={photo.height}
            alt={photo.alt}
          />
        )}
        <a href={`/technicians/${slug}`}>{name}</a>
        {isSample ? <span className="chip chip-amber">Sample</span> : null}
        {isUnclaimed ? <span className="small">Unclaimed listing: may or may not offer SMP</span> : null}
        <span className="compare-actions no-print">
          <KeepButton list="shortlist" slug={slug} name={name} />
          {/* A form of its own: it leads to the comparison of the others. */}
          <form method="post" action="/compare">
            <input type="hidden" name="returnTo" value={compareHref(others)} />
            <button className="keep" name="remove" value={slug} aria-label={`Remove from comparison: ${name}`}>
              Remove
            </button>
          </form>
        </span>
      </div>
    </th>
  );
}
