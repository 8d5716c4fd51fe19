/**
 * A free slug for each record: its own, else with the first free number from 2. Records are served in their order,
 * so that the same file gives the same slugs however its rows are sorted. `findTaken` says which of some are taken.
 */
export async function chooseSlugs(
  wanted: { record: string; slug: string }[],
  findTaken: (slugs: string[]) => Promise<Set<string>>,
): Promise<Map<string, string>> {
  const chosen = new Map<string, string>();
  const used = new Set<string>();
  let waiting = wanted.toSorted((a, b) => (a.record < b.record ? -1 : 1));
  let from = 1;
  // Few names are shared, so the first look is narrow; what still waits looks ever further.
  for (let count = 3; waiting.length > 0; from += count, count *= 4) {
    const candidatesOf = (slug: string) =>
      Array.from({ length: count }, (_, i) => (from + i === 1 ? slug : `${slug}-${from + i}`));
    const taken = await findTaken([...new Set(waiting.flatMap(({ slug }) => candidatesOf(slug)))]);
    waiting = waiting.filter(({ record, slug }) => {
      const free = candidatesOf(slug).find((candidate) => !taken.has(candidate) && !used.has(candidate));
      if (free === undefined) return true;
      used.add(free);
      chosen.set(record, free);
      return false;
    });
  }
  return chosen;
}
