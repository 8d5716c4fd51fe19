import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { ImportOptions, ImportReport } from "#app/domain/registers/import-report.ts";
import { importRegister } from "#app/domain/registers/import-register.server.ts";
import { importTechnicianList } from "#app/domain/registers/import-technician-list.server.ts";
import type { Tally } from "#app/domain/registers/merge-counts.ts";
import { didYouMean } from "#app/domain/registers/nearest-name.ts";
import { openSourceFile } from "#app/domain/registers/read-lines.server.ts";
import { describeRefusal, quoteValue, UnusableFile } from "#app/domain/registers/refusal.ts";
import { importerOf, publishedSource, registerOf } from "#app/domain/registers/register.ts";
import { REGISTERS } from "#app/domain/registers/registers.ts";
import { chooseSnapshot } from "#app/domain/registers/snapshot-date.ts";
import { disconnectDatabase } from "#app/platform/db.server.ts";

const LIST_FORMAT = "technicians";
const FORMATS = [...REGISTERS.map(({ source }) => source), LIST_FORMAT];
/** Formats whose files don't say whose they are. */
const NAMED_FORMATS = [
  ...REGISTERS.flatMap(({ source, register }) => (typeof register === "function" ? [source] : [])),
  LIST_FORMAT,
];
const MOST_SHOWN = 50;
const LINE_EVERY_MS = 3_000;
const BROKEN_OFF = 130;
const USAGE = `npm run import -- FORMAT FILE [--snapshot YYYY-MM-DD] [--source NAME] [--dry-run] [--report FILE]
  FORMAT  ${FORMATS.join(" | ")}
  FILE    the register's CSV file (docs/import-register.md), or a list as docs/import-technicians.md describes it
  --source NAME  whose file it is, for example my-school (only for ${NAMED_FORMATS.join(" and ")}, needed there)
  --report FILE  write every refused row to a file`;

/** Wrong use of the command: one line, exit status 2. */
class WrongUse extends Error {}

const numbers = new Intl.NumberFormat("en-GB");

function readCommand() {
  const options = {
    snapshot: { type: "string" },
    source: { type: "string" },
    report: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message.split(". ")[0] : String(error));
  }
  const { values, positionals } = parsed;
  const [format, file, ...more] = positionals;
  if (values.help || format === undefined) return null;
  const importer = importerOf(format);
  if (format !== LIST_FORMAT && importer === null) {
    throw new WrongUse(
      `${quoteValue(format)} is not a format; there are ${FORMATS.join(", ")}${didYouMean(format, FORMATS)}`,
    );
  }
  if (file === undefined) throw new WrongUse("name the file to import");
  if (more.length > 0) throw new WrongUse(`one file at a time: ${quoteValue(more[0] ?? "")} is one too many`);
  const { source } = values;
  const isNamed = NAMED_FORMATS.includes(format);
  if (isNamed && source === undefined)
    throw new WrongUse(`name ${format === LIST_FORMAT ? "the list" : "the authority"}: --source NAME`);
  if (!isNamed && source !== undefined) throw new WrongUse(`--source is only for ${NAMED_FORMATS.join(" and ")}`);
  if (source !== undefined && (source.length > 60 || !/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(source))) {
    throw new WrongUse(
      `--source ${quoteValue(source)} must be small letters, digits and single hyphens, as in my-school`,
    );
  }
  return {
    format,
    // An authority's register of a form that many publish in goes by the authority's name.
    importer: importer && source !== undefined ? { ...importer, source: publishedSource(format, source) } : importer,
    file,
    source: source ?? "",
    snapshot: values.snapshot ?? null,
    report: values.report,
    isDryRun: values["dry-run"],
  };
}

/** A bar where someone is watching, a line now and then where a log is. Goes to stderr. */
function progressOf(label: string) {
  const percent = (done: number, total: number) => Math.min(100, Math.floor((done / Math.max(total, 1)) * 100));
  if (process.stderr.isTTY) {
    const bar = new SingleBar({
      format: `${label} {bar} {percentage} % | {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
    });
    bar.start(100, 0);
    return { show: (done: number, total: number) => bar.update(percent(done, total)), stop: () => bar.stop() };
  }
  let last = Date.now();
  const show = (done: number, total: number) => {
    if (Date.now() - last < LINE_EVERY_MS) return;
    last = Date.now();
    console.error(`${label} ${percent(done, total)} %`);
  };
  return { show, stop: () => undefined };
}

async function openReport(file: string | undefined) {
  if (file === undefined) return null;
  try {
    await (await open(file, "w")).close();
  } catch {
    throw new WrongUse(`--report ${file} can't be written`);
  }
  return createWriteStream(file, { flags: "a" });
}

function describeTally(tally: Tally): string {
  return `${numbers.format(tally.new)} new, ${numbers.format(tally.changed)} changed, ${numbers.format(tally.kept)} kept`;
}

async function index(): Promise<void> {
  const progress = progressOf("Indexing");
  try {
    const { asIndexWriter } = await import("#app/domain/search/index-writer.server.ts");
    const { drainOutbox } = await import("#app/domain/search/drain-outbox.server.ts");
    const count = await asIndexWriter(() => drainOutbox({ onProgress: progress.show }));
    progress.stop();
    console.log(`Search: ${numbers.format(count)} indexed.`);
  } catch (error) {
    progress.stop();
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    console.log(`Search: the engine didn't answer (${reason}). What has changed will be indexed when it does.`);
  }
}

async function main(): Promise<number> {
  const command = readCommand();
  if (!command) {
    console.log(USAGE);
    return 2;
  }
  const { format, importer, isDryRun } = command;
  const file = await openSourceFile(command.file);
  const snapshot = chooseSnapshot({
    given: command.snapshot,
    fileName: path.basename(file.path),
    modifiedOn: format === LIST_FORMAT ? dayOf(file.modifiedAt) : null,
    today: dayOf(new Date()),
  });
  if ("problem" in snapshot) throw new WrongUse(snapshot.problem);
  const refusedFile = await openReport(command.report);
  const shown: string[] = [];
  let refusals = 0;
  const title = importer ? registerOf(importer.source)?.title : `List ${command.source}`;
  const progress = progressOf(`Importing ${path.basename(file.path)}`);
  const options: ImportOptions = {
    snapshotOn: snapshot.day,
    isDryRun,
    onProgress: progress.show,
    onRefusal: (refusal) => {
      refusals += 1;
      const line = describeRefusal(refusal);
      if (shown.length < MOST_SHOWN) shown.push(line);
      refusedFile?.write(`${line}\n`);
    },
  };
  const startedAt = performance.now();
  let report: ImportReport;
  try {
    report = importer
      ? await importRegister(importer, file, options)
      : await importTechnicianList(command.source, file, options);
  } finally {
    progress.stop();
    refusedFile?.end();
    if (refusedFile) await finished(refusedFile);
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const { counts, rowsRead, rowsRefused } = report;
  console.log(
    `${title}, as of ${report.snapshotOn}: ${numbers.format(rowsRead)} rows in ${seconds} s${isDryRun ? " (dry run: nothing is kept)" : ""}`,
  );
  console.log(`  establishments  ${describeTally(counts.listings)}`);
  if (importer) {
    console.log(`  inspections     ${describeTally(counts.inspections)}`);
    console.log(`  infractions     ${describeTally(counts.infractions)}`);
  }
  console.log(`  refused rows    ${numbers.format(rowsRefused)}`);
  for (const line of shown) console.log(line);
  if (refusals > shown.length) {
    const rest = numbers.format(refusals - shown.length);
    console.log(
      command.report === undefined
        ? `... and ${rest} more; --report FILE lists them all`
        : `... and ${rest} more in ${command.report}`,
    );
  }
  if (!isDryRun) await index();
  return rowsRefused > 0 ? 1 : 0;
}

process.once("SIGINT", () => {
  console.error("\nStopped. What was taken in stays; run the import again to go on.");
  process.exit(BROKEN_OFF);
});

try {
  process.exitCode = await main();
} catch (error) {
  const reason = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error);
  if (error instanceof WrongUse || error instanceof UnusableFile) {
    console.error(`import: ${reason}`);
    process.exitCode = 2;
  } else {
    console.error(`import: stopped: ${reason}. What was taken in stays; run it again to go on.`);
    process.exitCode = 1;
  }
} finally {
  await disconnectDatabase();
}
