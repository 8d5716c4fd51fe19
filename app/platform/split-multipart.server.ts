/** What stands above one part of a multipart form. */
export type PartHead = { name: string; /** Null for a part that is no file. */ fileName: string | null };

/** Is told of the parts as they arrive: one head, any number of pieces, one end, and so on. */
export type PartReceiver = {
  begin: (head: PartHead) => void;
  /** The piece is only valid during the call: copy what is to be kept. */
  take: (piece: Buffer) => void;
  end: () => void;
};

/** Bytes. Browsers send some 150; a file's name can be long. */
const LONGEST_HEAD = 4_096;
const HEAD_END = Buffer.from("\r\n\r\n");
const DISPOSITION = /^content-disposition:[ \t]*form-data[ \t]*;(.*)$/i;
const PARAMETER = /(?:^|;)[ \t]*(name|filename)="((?:\\"|[^"])*)"/gi;

/** The boundary of a multipart form by its Content-Type, or null where that names no form or no usable boundary. */
export function boundaryOf(contentType: string | null): string | null {
  const match = /^multipart\/form-data[ \t]*;.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? "");
  const boundary = match?.[1] ?? match?.[2];
  return boundary !== undefined && /^[\x21-\x7e]{1,70}$/.test(boundary) ? boundary : null;
}

/**
 * Takes a multipart form apart while it streams in, holding back no more than one head. The library that could do this
 * stops at the first file over its limit and forgets the fields after it, and it stumbles over a line end that arrives
 * by itself after the last boundary. `write` and `finish` answer false once the form is malformed.
 */
export function splitMultipart(boundary: string, receiver: PartReceiver) {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // As if a line had ended before the first boundary, so that it looks like all others.
  let held: Buffer = Buffer.from("\r\n");
  let state: "start" | "after boundary" | "head" | "body" | "done" | "malformed" = "start";

  /** One step forward in what is held; false where it needs more bytes (or has no use for any). */
  function step(): boolean {
    if (state === "start") {
      if (held.length < delimiter.length) return false;
      state = held.subarray(0, delimiter.length).equals(delimiter) ? "after boundary" : "malformed";
      held = held.subarray(delimiter.length);
      return true;
    }
    if (state === "after boundary") {
      if (held.length < 2) return false;
      const next = held.toString("latin1", 0, 2);
      held = held.subarray(2);
      state = next === "--" ? "done" : next === "\r\n" ? "head" : "malformed";
      return true;
    }
    if (state === "head") {
      const end = held.indexOf(HEAD_END);
      if (end > LONGEST_HEAD || (end === -1 && held.length > LONGEST_HEAD)) state = "malformed";
      if (end === -1 || state === "malformed") return false;
      const head = readHead(held.toString("utf8", 0, end));
      // The line end of an empty body belongs to the boundary after it.
      held = held.subarray(end + HEAD_END.length);
      state = head ? "body" : "malformed";
      if (head) receiver.begin(head);
      return true;
    }
    if (state === "body") {
      const end = held.indexOf(delimiter);
      const sure = end === -1 ? Math.max(0, held.length - delimiter.length + 1) : end;
      if (sure > 0) receiver.take(held.subarray(0, sure));
      held = held.subarray(end === -1 ? sure : end + delimiter.length);
      if (end === -1) return false;
      receiver.end();
      state = "after boundary";
      return true;
    }
    held = Buffer.alloc(0);
    return false;
  }

  return {
    write(chunk: Uint8Array): boolean {
      held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
      while (step());
      return state !== "malformed";
    },
    finish: (): boolean => state === "done",
  };
}

/** Null for a head without exactly one name. */
function readHead(text: string): PartHead | null {
  const lines = text.split("\r\n").flatMap((line) => DISPOSITION.exec(line)?.[1] ?? []);
  const [parameters] = lines;
  if (parameters === undefined || lines.length > 1) return null;
  const found: Record<"name" | "filename", string[]> = { name: [], filename: [] };
  for (const [, key = "", value = ""] of parameters.matchAll(PARAMETER)) {
    found[key.toLowerCase() === "name" ? "name" : "filename"].push(unescape(value));
  }
  const [name] = found.name;
  if (name === undefined || found.name.length > 1 || found.filename.length > 1) return null;
  return { name, fileName: found.filename[0] ?? null };
}

/** Browsers write three characters as in an address; other programs put a backslash before a quotation mark. */
function unescape(value: string): string {
  return value.replace(/\\"|%22/g, '"').replace(/%0[ad]/gi, " ");
}
