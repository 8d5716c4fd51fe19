import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { setImmediate as nextTurn } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { createAreaNames, type AreaNames } from "#app/domain/places/gazetteer/area-names.ts";
import { unpackGazetteer, type Gazetteer } from "#app/domain/places/gazetteer/gazetteer-format.ts";

const FILE = "app/domain/places/gazetteer/gazetteer.br";
const decompress = promisify(brotliDecompress);

export type LoadedGazetteer = { gazetteer: Gazetteer; areas: AreaNames };
let loading: Promise<LoadedGazetteer> | undefined;

/**
 * The gazetteer, read once per process: reading and decompressing happen off the event loop, the rest takes a few
 * milliseconds. The server may call it at start so that the first visitor doesn't wait. A failure isn't remembered.
 */
export function loadGazetteer(): Promise<LoadedGazetteer> {
  loading ??= readGazetteer().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function readGazetteer(): Promise<LoadedGazetteer> {
  const gazetteer = unpackGazetteer(await decompress(await readFile(findFile())));
  await nextTurn();
  return { gazetteer, areas: createAreaNames(gazetteer) };
}

/** This module runs from its source folder or bundled into `build/`: the file is looked for upwards from either. */
function findFile(): string {
  for (const start of [path.dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const file = path.join(folder, FILE);
      if (existsSync(file)) return file;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw new Error(`${FILE} is missing; write it with scripts/build-gazetteer.ts`);
}
