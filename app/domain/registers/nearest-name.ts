/** The known name that a mistyped one most likely means, or null when none is near: at most a third of it may differ. */
export function nearestName(typed: string, known: readonly string[]): string | null {
  const wanted = typed
    .toLowerCase()
    .trim()
    .slice(0, 60)
    .replaceAll(/[\s-]+/gu, "_");
  let best: { name: string; steps: number } | null = null;
  for (const name of known) {
    const steps = editDistance(wanted, name.toLowerCase());
    if (steps <= Math.max(1, Math.floor(name.length / 3)) && (!best || steps < best.steps)) best = { name, steps };
  }
  return best?.name ?? null;
}

/** " (did you mean ...?)" or nothing, to end a sentence about an unknown name with. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const name = nearestName(typed, known);
  return name === null ? "" : `; did you mean "${name}"?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
