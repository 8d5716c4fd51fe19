import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { importRegister } from "#app/domain/registers/import-register.server.ts";
import { openSourceFile } from "#app/domain/registers/read-lines.server.ts";
import { torontoBodysafe } from "#app/domain/registers/toronto-bodysafe.ts";

const ROWS = 50_000;
const ROWS_PER_PLACE = 8;

const HEADER =
  "_id,estId,estName,addrFull,srvType,insStatus,insDate,observation,infCategory,defDesc,infType,actionDesc,OutcomeDate,OutcomeDesc,fineAmount,geometry";
const SERVICES = ["Tattooing", "Nails", "Micropigmentation/Microblading", "Hairdressing/Barbering", "Aesthetics"];
const INFRACTION =
  "05 - Single-Use Equipment & Instruments,Personal service setting - single-use equipment not discarded immediately after use. Reg. Subsec. 10 (5),C - Crucial,Notice to Comply";
const NO_INFRACTION = "None,None,None,None";

export type ImportFigures = { rows: number; seconds: number; perSecond: number; listings: number };

/** One row of a register like Toronto's: places of mixed services with an inspection a year. */
function row(n: number): string {
  const place = Math.floor(n / ROWS_PER_PLACE);
  const visit = n % ROWS_PER_PLACE;
  // Two places in three have a service that belongs here; the rest are read and passed over.
  const service = place % 3 === 2 ? SERVICES[3 + (visit % 2)] : SERVICES[visit % 3];
  const day = dayOf(new Date(Date.UTC(2023, 0, 1 + (place % 300) + 120 * (visit >> 1))));
  const isPass = (place + visit) % 5 !== 0;
  const point = `"{""type"": ""MultiPoint"", ""coordinates"": [[${(-79.6 + (place % 500) / 1_000).toFixed(4)}, ${(43.6 + (place % 250) / 1_000).toFixed(4)}]]}"`;
  const address = `"${1 + (place % 900)} EXAMPLE ST W, UNIT-${place % 40}"`;
  return `${n},${30_000_000 + place},BENCH STUDIO ${place},${address},${service},${isPass ? "Pass" : "Conditional Pass"},${day},None,${isPass ? NO_INFRACTION : INFRACTION},,None,,${point}`;
}

/** Takes a new register of 50,000 rows into the scratch database, from the file to the last commit. */
export async function measureImport(onProgress: (text: string) => void): Promise<ImportFigures> {
  const folder = await mkdtemp(path.join(tmpdir(), "hairline-bench-"));
  try {
    const name = path.join(folder, "register.csv");
    await writeFile(name, `${[HEADER, ...Array.from({ length: ROWS }, (_, n) => row(n))].join("\n")}\n`);
    const file = await openSourceFile(name);
    const began = performance.now();
    const report = await importRegister(torontoBodysafe, file, {
      snapshotOn: dayOf(new Date()),
      onProgress: (done, total) => onProgress(`importing ${Math.round((done / total) * 100)} %`),
    });
    const seconds = (performance.now() - began) / 1_000;
    if (report.rowsRead !== ROWS || report.rowsRefused > 0) {
      throw new Error(`the import read ${report.rowsRead} rows and refused ${report.rowsRefused}`);
    }
    return { rows: ROWS, seconds, perSecond: ROWS / seconds, listings: report.counts.listings.new };
  } finally {
    await rm(folder, { recursive: true });
  }
}
