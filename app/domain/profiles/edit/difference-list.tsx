import type { Difference } from "#app/domain/technicians/revision.ts";

/** What differs, old and new side by side; one above the other on a phone. Needs studio.css. */
export function DifferenceList({
  differences,
  beforeLabel,
  afterLabel,
}: {
  differences: readonly Difference[];
  beforeLabel: string;
  afterLabel: string;
}) {
  return (
    <ul className="differences plain-list">
      {differences.map(({ label, before, after }) => (
        <li key={label}>
          <p className="difference-label">{label}</p>
          <dl className="difference">
            <div>
              <dt>{beforeLabel}</dt>
              <dd className="words">{before}</dd>
            </div>
            <div>
              <dt>{afterLabel}</dt>
              <dd className="words">{after}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}
