import { textOf } from "./measure-pages.ts";
import type { PageRow } from "./pages.ts";
import { recordQueries } from "./queries.ts";
import type { PageQueries } from "./queries.ts";
import type { BuiltApplication } from "./server-build.ts";

type Checked = { usable: { row: PageRow; queries: PageQueries }[]; unusable: string[] };

/**
 * Looks at every address once before anything is measured: a figure for an error page or an empty list would look
 * splendid. Resolves with those that answer as they should, and a line for each that does not.
 */
export async function checkPages(
  rows: readonly PageRow[],
  { port, build, meiliUrl }: { port: number; build: BuiltApplication; meiliUrl: string },
): Promise<Checked> {
  const checked: Checked = { usable: [], unusable: [] };
  for (const row of rows) {
    const { status, text } = await textOf({ port, path: row.path, headers: row.headers });
    const cards = text.match(/<article class="tcard/gu)?.length ?? 0;
    if (status !== 200) checked.unusable.push(`${row.title}: left out, ${row.path} answers ${status}`);
    else if (row.cards !== null && cards !== row.cards) {
      checked.unusable.push(`${row.title}: left out, ${row.path} shows ${cards} cards instead of ${row.cards}`);
    } else checked.usable.push({ row, queries: await recordQueries(build, row.path, meiliUrl) });
  }
  return checked;
}
