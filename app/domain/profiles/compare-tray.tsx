import { KEEP_FORM } from "#app/domain/profiles/keep-button.tsx";
import { COMPARE_LEAST, compareHref } from "#app/domain/profiles/kept-technicians.ts";
import type { KeptTechnicians } from "#app/domain/profiles/kept-technicians.ts";

/** The technicians chosen to compare, always in reach; nothing at all while there are none. */
export function CompareTray({ technicians }: { technicians: KeptTechnicians["compare"] }) {
  if (technicians.length === 0) return null;
  return (
    <section className="tray" aria-label="Comparison" tabIndex={-1}>
      <ul className="chips">
        {technicians.map(({ slug, name }) => (
          <li key={slug}>
            <button
              className="chip"
              form={KEEP_FORM}
              formAction="/compare"
              name="remove"
              value={slug}
              aria-label={`Remove from comparison: ${name}`}
            >
              {name}
              <span className="icon icon-x" />
            </button>
          </li>
        ))}
      </ul>
      {technicians.length < COMPARE_LEAST ? (
        <span>Choose one more</span>
      ) : (
        <a className="button" href={compareHref(technicians.map(({ slug }) => slug))}>
          Compare
        </a>
      )}
      <button
        className="keep"
        form={KEEP_FORM}
        formAction="/compare"
        name="clear"
        value="all"
        aria-label="Clear comparison"
      >
        Clear
      </button>
    </section>
  );
}
