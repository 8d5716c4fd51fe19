import { checkWholeAudit } from "#app/platform/check-audit.server.ts";
import { disconnectDatabase } from "#app/platform/db.server.ts";
import { AUDIT_PROBLEMS } from "#app/platform/verify-audit.server.ts";

/**
 * `npm run verify-audit`: recomputes the chain of the audit record from its first row and says where it breaks. Ends with
 * status 1 if it does. Changes nothing but the note of when it was looked at.
 */
const PROGRESS_ROWS = 100_000;

try {
  const { rowCount, last, broken } = await checkWholeAudit(new Date(), (rows) => {
    if (rows > 0 && rows % PROGRESS_ROWS === 0) console.error(`${rows} rows hold so far`);
  });
  if (broken) {
    console.log(`Row ${broken.sequence} of the audit record is wrong: ${AUDIT_PROBLEMS[broken.problem]}.`);
    console.log(last ? `The ${rowCount} rows up to row ${last.sequence} hold.` : "No row before it holds.");
    process.exitCode = 1;
  } else {
    console.log(
      last ? `The audit record holds: ${rowCount} rows, up to row ${last.sequence}.` : "The audit record is empty.",
    );
  }
} catch (error) {
  console.error(`The audit record was not verified: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await disconnectDatabase();
}
process.exit();
