import { SingleBar } from "cli-progress";
import { asIndexWriter } from "#app/domain/search/index-writer.server.ts";
import { rebuildIndex } from "#app/domain/search/rebuild-index.server.ts";
import { disconnectDatabase } from "#app/platform/db.server.ts";

/**
 * `npm run reindex`: builds the search index anew beside the live one and swaps them. Readers search the old one until
 * then, and what changes meanwhile is in both. Safe to stop and to run again.
 */
const bar = new SingleBar({
  format: "Indexing {bar} {value} of {total} technicians, {eta_formatted} left",
  stream: process.stderr,
  // Where nobody watches, a line now and then.
  noTTYOutput: true,
  notTTYSchedule: 2_000,
});
const started = performance.now();
try {
  const sent = await asIndexWriter(() =>
    rebuildIndex({
      onProgress: (done, total) => {
        if (bar.isActive) bar.setTotal(total);
        else bar.start(total, 0);
        bar.update(done);
      },
      onRefused: (refused) => {
        process.exitCode = 1;
        for (const { technicianId, why } of refused) console.error(`\ntechnician ${technicianId}: ${why}`);
      },
    }),
  );
  bar.stop();
  console.log(`Indexed ${sent} technicians in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
} catch (error) {
  bar.stop();
  console.error(
    `The index was not rebuilt: ${error instanceof Error ? error.message : String(error)}. The old one stays in use.`,
  );
  process.exitCode = 1;
} finally {
  await disconnectDatabase();
}
process.exit();
