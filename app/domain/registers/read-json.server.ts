import { jsonParser } from "stream-json/core/parser.js";
import type { Token } from "stream-json/core/parser.js";
import { z } from "zod";

/** A record with the line it begins on and the line of each of its fields, or what is wrong there. */
export type JsonRecord =
  { line: number; fields: Map<string, { line: number; value: unknown }> } | { line: number; problem: string };

const objectSchema = z.record(z.string(), z.unknown());
/** A record longer than this is no technician. */
const LONGEST_RECORD = 1_000_000;

/**
 * The records of JSON Lines (an object a line) or of one JSON array of objects, some at a time, never the whole file.
 * In JSON Lines a broken line costs only itself; an array can't be read beyond its first mistake, and says so.
 */
export async function* readJson(lines: AsyncIterable<string[]>): AsyncGenerator<JsonRecord[]> {
  let number = 0;
  let array: ArrayReader | null = null;
  let isArray: boolean | null = null;
  for await (const some of lines) {
    const records: JsonRecord[] = [];
    for (const text of some) {
      number += 1;
      isArray ??= text.trim() === "" ? null : text.trimStart().startsWith("[");
      if (isArray) records.push(...(array ??= new ArrayReader()).take(text, number));
      else if (text.trim() !== "") records.push(readLine(text, number));
    }
    yield records;
  }
  if (array) yield array.end(number);
}

function readLine(text: string, line: number): JsonRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { line, problem: "is not JSON; JSON Lines has a whole object on each line, an array begins with [" };
  }
  const record = objectSchema.safeParse(json);
  if (!record.success || Array.isArray(json)) return { line, problem: "is not an object with a technician's fields" };
  return { line, fields: new Map(Object.entries(record.data).map(([name, value]) => [name, { line, value }])) };
}

/** What is nested deeper than a record's lists: never wanted, so not kept. */
const NESTED = Symbol("nested");

class ArrayReader {
  #parse = jsonParser({ packValues: true, streamValues: false });
  #depth = 0;
  #isBroken = false;
  #isClosed = false;
  #fields = new Map<string, { line: number; value: unknown }>();
  #key = "";
  #list: unknown[] | null = null;
  #start = 0;
  #length = 0;

  take(text: string, line: number): JsonRecord[] {
    if (this.#isBroken) return [];
    this.#length += text.length;
    try {
      if (this.#length > LONGEST_RECORD) throw new Error("a record is longer than 1 MB");
      const found = this.#parse(`${text}\n`);
      const tokens = typeof found === "object" && "values" in found ? found.values : [];
      return tokens.flatMap((token) => this.#read(token, line));
    } catch (error) {
      this.#isBroken = true;
      const reason = (error instanceof Error ? error.message : String(error)).replace(
        /^Parser cannot parse input: /u,
        "",
      );
      return [{ line, problem: `is not JSON (${reason}); nothing from here on was read` }];
    }
  }

  end(line: number): JsonRecord[] {
    if (this.#isBroken || this.#isClosed) return [];
    return [{ line, problem: "the file ends in the middle of its array" }];
  }

  #read(token: Token, line: number): JsonRecord[] {
    const value = "value" in token ? (token.name === "numberValue" ? Number(token.value) : token.value) : undefined;
    switch (token.name) {
      case "startArray":
      case "startObject":
        this.#depth += 1;
        if (this.#depth === 2 && token.name === "startObject") {
          this.#start = line;
          this.#fields = new Map();
          this.#length = 0;
        } else if (this.#depth === 3 && token.name === "startArray") this.#list = [];
        else if (this.#depth >= 3) this.#put(NESTED, line);
        else if (this.#depth === 2) {
          this.#start = line;
          this.#fields = new Map();
        }
        return [];
      case "endArray":
        this.#depth -= 1;
        if (this.#depth === 0) this.#isClosed = true;
        if (this.#depth === 2 && this.#list) {
          const list = this.#list;
          this.#list = null;
          this.#put(list, line);
        }
        return this.#depth === 1 ? [{ line: this.#start, problem: "is not an object with a technician's fields" }] : [];
      case "endObject":
        this.#depth -= 1;
        if (this.#depth === 0) this.#isClosed = true;
        return this.#depth === 1 ? [{ line: this.#start, fields: this.#fields }] : [];
      case "keyValue":
        if (this.#depth === 2) this.#key = token.value;
        return [];
      default:
        if (value === undefined || this.#depth === 0) return [];
        if (this.#depth === 1) return [{ line, problem: "is not an object with a technician's fields" }];
        this.#put(value, line);
        return [];
    }
  }

  #put(value: unknown, line: number): void {
    if (this.#list) this.#list.push(value);
    else if (this.#depth === 2) this.#fields.set(this.#key, { line, value });
    else if (value === NESTED) this.#fields.set(this.#key, { line, value });
  }
}
