export const MOVES = ["up", "down"] as const;
export type Move = (typeof MOVES)[number];

/** The same ids with one moved by one place; as they are where there is nowhere to go. */
export function moved(ids: readonly string[], id: string, move: Move): string[] {
  const from = ids.indexOf(id);
  const to = move === "up" ? from - 1 : from + 1;
  const [one, other] = [ids[from], ids[to]];
  if (one === undefined || other === undefined) return [...ids];
  return ids.map((each, index) => (index === from ? other : index === to ? one : each));
}
