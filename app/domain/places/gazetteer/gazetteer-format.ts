/**
 * The gazetteer as one block of bytes: columns of numbers, then names, then sorted search keys. Read in place by typed
 * arrays, it costs a few megabytes and a few milliseconds where as many objects would cost a hundred and a pause.
 * Layout: magic, version, header length; header (JSON, padded to 4); columns widest first, little-endian.
 */
import { z } from "zod";

export const PLACE_KINDS = ["geonames", "zip", "fsa"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];
/** Coordinates are kept to a ten-thousandth of a degree: 11 metres. */
export const DEGREE_STEPS = 10_000;

const MAGIC = 0x5a474c48;
const VERSION = 1;
const PREAMBLE_BYTES = 12;

const headerSchema = z.object({
  places: z.number().int().positive(),
  keys: z.number().int().positive(),
  nameBytes: z.number().int().positive(),
  keyBytes: z.number().int().positive(),
  countries: z.record(z.string().length(2), z.array(z.string().min(1))),
  /** A line each of country, region and abbreviation: checking 3,660 arrays instead would cost 20 milliseconds. */
  areas: z.string().regex(/^[A-Z]{2}\t[^\t\n]*\t[^\t\n]*(\n[A-Z]{2}\t[^\t\n]*\t[^\t\n]*)*$/),
});
type Header = z.infer<typeof headerSchema>;

/** A country and, where it has a name here, its region in English, with the region's usual abbreviation. */
export type Area = { countryCode: string; region: string; abbreviation: string };

/** One place as the build script hands it over. `sourceId` is the GeoNames id, the ZIP, or the FSA in base 36. */
export type GazetteerRow = {
  kind: PlaceKind;
  sourceId: number;
  name: string;
  area: number;
  lat: number;
  lng: number;
  population: number;
  keys: string[];
};

export type Gazetteer = {
  placeCount: number;
  keyCount: number;
  areas: Area[];
  /** Folded names by country code: "united kingdom", "uk", ... */
  countries: Record<string, string[]>;
  sourceId: Uint32Array;
  lat: Int32Array;
  lng: Int32Array;
  population: Uint32Array;
  area: Uint16Array;
  kind: Uint8Array;
  nameStart: Uint32Array;
  names: Uint8Array;
  keyStart: Uint32Array;
  keys: Uint8Array;
  /** The place that a key belongs to; keys are in byte order, some places have several. */
  keyPlace: Uint32Array;
};

/** Packs rows; keys must be folded. Throws on anything that the columns can't hold. */
export function packGazetteer(rows: GazetteerRow[], areas: Area[], countries: Header["countries"]): Uint8Array {
  const order = [...rows].sort(
    (a, b) => compareText(a.keys[0] ?? "", b.keys[0] ?? "") || b.population - a.population || a.sourceId - b.sourceId,
  );
  const keys = order
    .flatMap((row, place) => [...new Set(row.keys)].map((key) => ({ key, place })))
    .sort((a, b) => compareText(a.key, b.key) || a.place - b.place);
  const names = Buffer.from(order.map((row) => row.name).join(""), "utf8");
  const keyText = Buffer.from(keys.map(({ key }) => key).join(""), "latin1");
  const header: Header = {
    places: order.length,
    keys: keys.length,
    nameBytes: names.length,
    keyBytes: keyText.length,
    countries,
    areas: areas.map((area) => `${area.countryCode}\t${area.region}\t${area.abbreviation}`).join("\n"),
  };
  if (areas.length > 0xffff) throw new RangeError(`${areas.length} areas don't fit`);

  const json = Buffer.from(JSON.stringify(header), "utf8");
  const headerText = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, " ")]);
  const columnsAt = PREAMBLE_BYTES + headerText.length;
  const bytes = new Uint8Array(columnsAt + columnBytes(header));
  new Uint32Array(bytes.buffer, 0, 3).set([MAGIC, VERSION, headerText.length]);
  bytes.set(headerText, PREAMBLE_BYTES);
  const columns = viewColumns(bytes, columnsAt, header);
  order.forEach((row, i) => {
    columns.sourceId[i] = row.sourceId;
    columns.lat[i] = Math.round(row.lat * DEGREE_STEPS);
    columns.lng[i] = Math.round(row.lng * DEGREE_STEPS);
    columns.population[i] = row.population;
    columns.area[i] = row.area;
    columns.kind[i] = PLACE_KINDS.indexOf(row.kind);
    columns.nameLength[i] = byteLength(row.name);
  });
  let before = 0;
  keys.forEach(({ key, place }, i) => {
    columns.keyStep[i] = place - before;
    before = place;
    columns.keyLength[i] = byteLength(key);
  });
  columns.names.set(names);
  columns.keys.set(keyText);
  return bytes;
}

/** Reads what `packGazetteer` wrote. Throws when the bytes are of another format, cut short or of another machine order. */
export function unpackGazetteer(source: Uint8Array): Gazetteer {
  const bytes = source.byteOffset % 4 === 0 ? source : source.slice();
  const [magic, version, headerLength] =
    bytes.length >= PREAMBLE_BYTES ? new Uint32Array(bytes.buffer, bytes.byteOffset, 3) : [];
  if (magic !== MAGIC || version !== VERSION || headerLength === undefined) {
    throw new Error("not a gazetteer of this version; build it again");
  }
  const columnsAt = PREAMBLE_BYTES + headerLength;
  if (bytes.length < columnsAt) throw new Error("the gazetteer is cut short; build it again");
  const headerText = new TextDecoder().decode(bytes.subarray(PREAMBLE_BYTES, columnsAt));
  const header = headerSchema.parse(JSON.parse(headerText));
  if (bytes.length !== columnsAt + columnBytes(header)) throw new Error("the gazetteer is cut short; build it again");
  const { keyStep, nameLength, keyLength, ...columns } = viewColumns(bytes, columnsAt, header);
  return {
    placeCount: header.places,
    keyCount: header.keys,
    areas: header.areas.split("\n").map((line) => {
      const [countryCode = "", region = "", abbreviation = ""] = line.split("\t");
      return { countryCode, region, abbreviation };
    }),
    countries: header.countries,
    ...columns,
    nameStart: runningTotal(nameLength),
    keyStart: runningTotal(keyLength),
    keyPlace: runningTotal(keyStep).subarray(1),
  };
}

/** Places carry four 4-byte numbers, one of two bytes and two of one; keys one of four and one of one. */
function columnBytes({ places, keys, nameBytes, keyBytes }: Header): number {
  return places * (4 * 4 + 2 + 1 + 1) + keys * (4 + 1) + nameBytes + keyBytes;
}

function viewColumns(bytes: Uint8Array, columnsAt: number, header: Header) {
  const { places, keys, nameBytes, keyBytes } = header;
  let at = bytes.byteOffset + columnsAt;
  const next = (length: number) => {
    const start = at;
    at += length;
    return start;
  };
  return {
    sourceId: new Uint32Array(bytes.buffer, next(places * 4), places),
    lat: new Int32Array(bytes.buffer, next(places * 4), places),
    lng: new Int32Array(bytes.buffer, next(places * 4), places),
    population: new Uint32Array(bytes.buffer, next(places * 4), places),
    keyStep: new Int32Array(bytes.buffer, next(keys * 4), keys),
    area: new Uint16Array(bytes.buffer, next(places * 2), places),
    kind: new Uint8Array(bytes.buffer, next(places), places),
    nameLength: new Uint8Array(bytes.buffer, next(places), places),
    keyLength: new Uint8Array(bytes.buffer, next(keys), keys),
    names: new Uint8Array(bytes.buffer, next(nameBytes), nameBytes),
    keys: new Uint8Array(bytes.buffer, next(keyBytes), keyBytes),
  };
}

function runningTotal(steps: Uint8Array | Int32Array): Uint32Array {
  const totals = new Uint32Array(steps.length + 1);
  let total = 0;
  for (let i = 0; i < steps.length; i++) {
    total += steps[i] ?? 0;
    totals[i + 1] = total;
  }
  return totals;
}

function byteLength(text: string): number {
  const length = Buffer.byteLength(text);
  if (length > 0xff) throw new RangeError(`"${text}" is too long for a name or key`);
  return length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
