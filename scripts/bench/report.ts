import type { BenchFigures } from "./figures.ts";
import { busyPartsAlone, judge, partsAlone } from "./goals.ts";
import { AT_ONCE } from "./measure-pages.ts";
import type { PageMeasurements } from "./measure-pages.ts";
import { ms, ratio, renderTable, whole } from "./table.ts";

/** The report of a run, as text for a terminal. */
export function renderReport(figures: BenchFigures): string {
  const { technicians, reviews, rounds, seconds, node, cores, processor, notes } = figures;
  const parts = [
    `Hairline bench: ${whole(technicians)} technicians, ${whole(reviews)} reviews; Node ${node}, ${cores} cores (${processor})`,
    `Medians over ${rounds} rounds of ${seconds} s a target, all targets in turn. Compare ratios, not milliseconds.`,
    ...notes.map((note) => `Note: ${note}`),
    "",
    ...(figures.pages ? pageTables(figures.pages) : []),
    ...otherLines(figures),
    goalTable(figures),
  ];
  return parts.join("\n");
}

function pageTables({ pages, minimal, minimalKilobytes }: PageMeasurements): string[] {
  const cpu = (value: number | null) => (value === null ? "-" : ms(value));
  const quiet = pages.map((figures) => {
    const { row, page, cached, engine, database, kilobytes } = figures;
    const alone = partsAlone(figures);
    return [
      row.title,
      ms(page.p50),
      ms(cached.p50),
      `${ms(engine.p50)} (${engine.requests})`,
      `${ms(database.p50)} (${database.statements})`,
      ms(page.p50 - alone),
      ratio(page.p50 / alone),
      ratio(page.p50 / cached.p50),
      ratio(page.p50 / minimal.p50),
      kilobytes.toFixed(1),
    ];
  });
  const busy = pages.map((figures) => {
    const { row, page, cached, queriesBusyP50 } = figures;
    return [
      row.title,
      ms(page.busyP50),
      whole(page.busyPerSecond),
      cpu(page.cpuMs),
      ms(cached.busyP50),
      cpu(cached.cpuMs),
      ms(queriesBusyP50),
      ratio(page.busyP50 / busyPartsAlone(figures)),
      ratio(page.busyP50 / cached.busyP50),
      ratio(page.busyP50 / minimal.busyP50),
      minimal.cpuMs === null || cached.cpuMs === null ? "-" : ratio(cached.cpuMs / minimal.cpuMs),
    ];
  });
  const minimalQuiet = [
    "minimal Remix page",
    ms(minimal.p50),
    "",
    "",
    "",
    "",
    "",
    "",
    ratio(1),
    minimalKilobytes.toFixed(1),
  ];
  const minimalBusy = [
    "minimal Remix page",
    ms(minimal.busyP50),
    whole(minimal.busyPerSecond),
    cpu(minimal.cpuMs),
    ...["", "", "", "", "", ratio(1), ""],
  ];
  return [
    "One request at a time, ms (in brackets: requests, statements)",
    renderTable(
      ["page", "p50", "cached", "engine", "database", "rest", "/ parts", "/ cached", "/ minimal", "KB"],
      [...quiet, minimalQuiet],
    ),
    "",
    `${AT_ONCE} at once, ms (cpu: of the web process, a request)`,
    renderTable(
      [
        "page",
        "p50",
        "req/s",
        "cpu",
        "cached",
        "its cpu",
        "queries",
        "/ parts",
        "/ cached",
        "/ minimal",
        "cached/minimal cpu",
      ],
      [...busy, minimalBusy],
    ),
    "",
    "cached: the same server with each loader's answer kept. engine, database: the page's own queries alone, one after",
    "another, kept-alive http.request and prepared pg statements. parts: cached + engine + database. minimal: the smallest",
    "Remix page of 24 cards, streamed, nothing around it. All without compression but the row that says gzip.",
    "",
  ];
}

function otherLines({ profile, index, update, import: imported, memory }: BenchFigures): string[] {
  const lines: string[] = [];
  if (profile) {
    lines.push(
      `Profile: ${profile.roundTrips} statements, ${ms(profile.ours)} ms; four plain prepared queries ${ms(profile.fourQueries)} ms.`,
    );
  }
  if (index) {
    const bare = index.bare
      .map(({ batch, perSecond }) => `${whole(perSecond)} in requests of ${whole(batch)}`)
      .join(", ");
    lines.push(
      `Index: ${whole(index.documents)} documents at ${whole(index.perSecond)} a second, read, made, sent and swapped in;`,
      `  bare Meilisearch, ${whole(index.bareDocuments)} documents from memory: ${bare} a second.`,
    );
  }
  if (update) {
    const during = update.whileRebuilding === null ? "not seen" : `${whole(update.whileRebuilding)} ms at the longest`;
    lines.push(
      `Change to searchable: ${whole(update.idle)} ms idle, during a rebuild ${during}.`,
      `One document changed: ${ms(update.small)} ms in an index of 1,000, ${ms(update.large)} ms in one of ${whole(update.largeDocuments)}.`,
    );
  }
  if (imported) {
    lines.push(
      `Import: ${whole(imported.rows)} rows of a register in ${imported.seconds.toFixed(1)} s, ${whole(imported.perSecond)} a second (${whole(imported.listings)} listings made).`,
    );
  }
  if (memory)
    lines.push(`Memory of the web process: ${whole(memory.peak)} MB at most, ${whole(memory.now)} MB at the end.`);
  return lines.length === 0 ? [] : [...lines, ""];
}

function goalTable(figures: BenchFigures): string {
  const rows = judge(figures).map(({ what, found, bound, isMet }) => [what, found, bound, isMet ? "ok" : "MISSED"]);
  return rows.length === 0 ? "" : renderTable(["goal", "found", "bound", ""], rows);
}
