const STAR = "l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7z";
const STARS = [10, 30, 50, 70, 90].map((x) => `M${x} 1.6${STAR}`).join("");

/** A rating as its figure with stars behind it; reads as "4.6 out of 5". */
export function Stars({ value }: { value: number }) {
  return (
    <>
      <b>{value.toFixed(1)}</b>
      <span className="sr-only"> out of 5</span>
      <svg className="stars" viewBox="0 0 100 20" aria-hidden="true">
        <path className="stars-off" d={STARS} />
        <svg width={Math.round(value * 20)} height="20">
          <path className="stars-on" d={STARS} />
        </svg>
      </svg>
    </>
  );
}
