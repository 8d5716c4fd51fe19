export type Bar = { label: string; value: number };

/** Bars with their label and figure: the figures are the text alternative, the bars are decoration. */
export function BarDistribution({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const top = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.label}>
          <span>{bar.label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect className="bars-back" width="100" height="10" />
            <rect className="bars-value" width={Math.round((bar.value / top) * 100)} height="10" />
          </svg>
          <span>{bar.value}</span>
        </li>
      ))}
    </ul>
  );
}

/** The same in the space of a word: one small column each, and one sentence for who cannot see it. */
export function TinyDistribution({ bars }: { bars: readonly Bar[] }) {
  const top = Math.max(1, ...bars.map((bar) => bar.value));
  const columns = bars.map((bar, index) => {
    const height = bar.value === 0 ? 2 : Math.max(4, Math.round((bar.value / top) * 18));
    return `M${index * 7} 18v-${height}h6v${height}z`;
  });
  const words = bars.map((bar) => `${bar.label}: ${bar.value}`).join(", ");
  return (
    <svg className="bars-tiny" viewBox="0 0 34 18" role="img" aria-label={words}>
      <path d={columns.join("")} />
    </svg>
  );
}
