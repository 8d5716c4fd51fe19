import { db } from "#app/platform/db.server.ts";

const KEPT_MS = 60_000;
let kept: { value: boolean; until: number } | undefined;

/** Whether invented technicians are listed, which every page has to say. Asked at most once a minute per process. */
export async function hasSampleData(): Promise<boolean> {
  if (kept && kept.until > Date.now()) return kept.value;
  const found = await db().technician.findFirst({ where: { isSample: true }, select: { id: true } });
  kept = { value: found !== null, until: Date.now() + KEPT_MS };
  return kept.value;
}
