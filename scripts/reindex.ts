import { drainOutbox, markAllTechnicians } from "#app/domain/search/drain-outbox.server.ts";
import { disconnectDatabase } from "#app/platform/db.server.ts";

/** `npm run reindex`: sends every technician to the search engine again, with progress. */
await markAllTechnicians();
const sent = await drainOutbox((done, total) => console.log(`${done} of ${total} technicians`));
console.log(`Indexed ${sent} technicians.`);
await disconnectDatabase();
process.exit(0);
