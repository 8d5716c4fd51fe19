/** A mean as every page shows it, with one decimal: "4.0". Whoever tells it elsewhere tells the same. */
export function shownMean(mean: number): string {
  return mean.toFixed(1);
}
