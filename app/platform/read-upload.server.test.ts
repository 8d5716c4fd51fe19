import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUpload } from "#app/platform/read-upload.server.ts";
import type { UploadLimits } from "#app/platform/read-upload.server.ts";

const LIMITS: UploadLimits = { maxFiles: 2, maxFileBytes: 1_000, maxTotalBytes: 1_500, fileFields: ["photos"] };

type Part = { name: string; file?: string; body: string | Buffer };

function encode(parts: readonly Part[], boundary = "bound"): Buffer {
  const pieces = parts.flatMap(({ name, file, body }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? "" : `; filename="${file}"\r\nContent-Type: image/jpeg`}\r\n\r\n`,
    ),
    Buffer.from(body),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

/** A request whose body arrives in the given pieces. */
function sent(pieces: readonly Uint8Array[], contentType = "multipart/form-data; boundary=bound", end = true): Request {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      if (end) controller.close();
    },
  });
  const init = { method: "POST", headers: { "Content-Type": contentType }, body, duplex: "half" as const };
  return new Request("http://localhost/", init);
}

async function read(parts: readonly Part[], limits = LIMITS) {
  const outcome = await readUpload(sent([encode(parts)]), limits);
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  const { form, files, refused } = outcome.value;
  return {
    fields: Object.fromEntries(form),
    files: files.map(({ field, name, bytes }) => [field, name, Buffer.from(bytes).toString("latin1")]),
    refused,
  };
}

test("fields and files of a form come out as they went in, whatever the pieces it arrived in", async () => {
  const body = encode([
    { name: "title", body: "Größe --bound\r\n--boun" },
    { name: "photos", file: "a.jpg", body: Buffer.from([0xff, 0xd8, 13, 10, 45, 45, 98]) },
    { name: "empty", body: "" },
  ]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: body.length - 1 }), { maxLength: 12 }), async (cuts) => {
      const edges = [0, ...[...new Set(cuts)].sort((a, b) => a - b), body.length];
      const pieces = edges.slice(1).map((edge, index) => body.subarray(edges[index], edge));
      const outcome = await readUpload(sent(pieces), LIMITS);
      if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
      expect(Object.fromEntries(outcome.value.form)).toEqual({
        title: "Größe --bound\r\n--boun",
        empty: "",
      });
      expect(outcome.value.files).toHaveLength(1);
      expect([...(outcome.value.files[0]?.bytes ?? [])]).toEqual([0xff, 0xd8, 13, 10, 45, 45, 98]);
    }),
  );
});

test("a form without files is read however it is encoded", async () => {
  const outcome = await readUpload(
    sent([Buffer.from("a=1&b=%C3%BC&b=x")], "application/x-www-form-urlencoded"),
    LIMITS,
  );
  expect(outcome.ok && [...outcome.value.form]).toEqual([
    ["a", "1"],
    ["b", "ü"],
    ["b", "x"],
  ]);
});

describe("U-01 limits hold while the form streams in", () => {
  const big = "x".repeat(1_001);
  const text: Part = { name: "text", body: "what was typed" };

  test("a file that is too large is named and the rest of the form is kept, before and after it", async () => {
    expect(
      await read([
        { name: "photos", file: "big.jpg", body: big },
        { name: "photos", file: "good.jpg", body: "ok" },
        text,
      ]),
    ).toEqual({
      fields: { text: "what was typed" },
      files: [["photos", "good.jpg", "ok"]],
      refused: [{ field: "photos", name: "big.jpg", reason: "too_large" }],
    });
  });

  test("files beyond their number, and beyond what all may weigh, are named", async () => {
    const file = (name: string, size: number): Part => ({ name: "photos", file: name, body: "x".repeat(size) });
    expect((await read([file("1", 900), file("2", 900), text])).refused).toEqual([
      { field: "photos", name: "2", reason: "too_much" },
    ]);
    expect((await read([file("1", 9), file("2", 9), file("3", 9), text])).refused).toEqual([
      { field: "photos", name: "3", reason: "too_many" },
    ]);
  });

  test("an empty file input and files in other fields are nothing", async () => {
    const parts = [{ name: "photos", file: "", body: "" }, { name: "avatar", file: "x.jpg", body: big }, text];
    expect(await read(parts)).toEqual({ fields: { text: "what was typed" }, files: [], refused: [] });
  });

  test("names are for showing only: no path, no control characters, not long", async () => {
    const parts = ["../../etc/passwd", "C:\\x\\a.jpg", "a\u202egpj.exe", "n".repeat(300)].map((file) => ({
      name: "photos",
      file,
      body: big,
    }));
    const names = (await read(parts)).refused.map(({ name }) => name);
    expect(names).toEqual(["passwd", "a.jpg", "agpj.exe", `${"n".repeat(76)}...`]);
  });

  test.each<[string, Request, number]>([
    ["another kind of body", sent([Buffer.from("{}")], "application/json"), 415],
    ["no boundary", sent([Buffer.from("x")], "multipart/form-data"), 400],
    ["no first boundary", sent([Buffer.from("preamble\r\n--bound--\r\n")]), 400],
    ["no end", sent([encode([text]).subarray(0, -6)]), 400],
    ["a part without a name", sent([Buffer.from("--bound\r\nContent-Type: a/b\r\n\r\nx\r\n--bound--\r\n")]), 400],
    ["a part with two names", sent([encode([{ name: 'a"; name="b', body: "" }])]), 400],
    ["a head without end", sent([Buffer.from(`--bound\r\nContent-Disposition: ${"x".repeat(5_000)}`)]), 400],
    ["41 parts", sent([encode(Array.from({ length: 41 }, () => text))]), 413],
    ["fields too large", sent([encode([{ name: "text", body: "x".repeat(300_000) }])], undefined), 413],
    [
      "a plain form too large",
      sent([Buffer.from(`a=${"x".repeat(300_000)}`)], "application/x-www-form-urlencoded"),
      413,
    ],
  ])("%s is refused", async (_, request, status) => {
    expect(await readUpload(request, { ...LIMITS, maxTotalBytes: 1_000_000 })).toEqual({ ok: false, reason: status });
  });

  test("a body that never ends is cut off by its size, whatever Content-Length says", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(Buffer.alloc(65_536));
      },
    });
    const headers = { "Content-Type": "multipart/form-data; boundary=bound", "Content-Length": "10" };
    const request = new Request("http://localhost/", { method: "POST", headers, body, duplex: "half" });
    expect(await readUpload(request, LIMITS)).toEqual({ ok: false, reason: 413 });
    expect(pulled).toBeLessThan(20);
  });

  test("a body that is not in by the deadline is refused as late", async () => {
    const request = sent([encode([text]).subarray(0, 20)], undefined, false);
    expect(await readUpload(request, { ...LIMITS, deadlineSeconds: 0.01 })).toEqual({ ok: false, reason: 408 });
  });
});

test("U-01 over a real connection: chunked, cut short and too long bodies", async () => {
  const outcomes: string[] = [];
  const server = createServer((req, res) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        req.on("data", (chunk: Buffer) => controller.enqueue(chunk));
        req.on("end", () => controller.close());
        req.on("error", (error) => controller.error(error));
      },
    });
    const headers = { "Content-Type": req.headers["content-type"] ?? "" };
    const request = new Request("http://localhost/", { method: "POST", headers, body, duplex: "half" });
    void readUpload(request, LIMITS).then((outcome) => {
      outcomes.push(outcome.ok ? `ok ${outcome.value.files.length}` : String(outcome.reason));
      res.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const form = encode([{ name: "photos", file: "a.jpg", body: "abc" }]);
  const head = (more: string) =>
    `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=bound\r\n${more}\r\n\r\n`;
  const send = (text: string, isCut = false) =>
    new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(text);
        if (isCut) setImmediate(() => socket.end());
      });
      socket
        .resume()
        .on("close", () => resolve())
        .on("error", () => resolve());
    });
  await send(`${head("Transfer-Encoding: chunked")}${form.length.toString(16)}\r\n${form.toString()}\r\n0\r\n\r\n`);
  await send(`${head(`Content-Length: ${form.length - 8}`)}${form.toString().slice(0, -8)}`);
  await send(`${head(`Content-Length: ${form.length + 90}`)}${form.toString()}`, true);
  await new Promise((resolve) => server.close(resolve));
  expect(outcomes).toEqual(["ok 1", "400", "400"]);
});
