import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUpload } from "#app/platform/read-upload.server.ts";
import type { UploadLimits } from "#app/platform/read-upload.server.ts";
import { cut, encode, sent } from "../../tests/support/multipart-body.ts";
import type { Part } from "../../tests/support/multipart-body.ts";

const LIMITS: UploadLimits = { maxFiles: 2, maxFileBytes: 1_000, maxTotalBytes: 1_500, fileFields: ["photos"] };

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
  const third = "x".repeat(100_000);
  const END = "\r\n--bound--\r\n";

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

  test("an empty file counts as one of their number, and one that is left out counts for nothing", async () => {
    const file = (name: string, size: number): Part => ({ name: "photos", file: name, body: "x".repeat(size) });
    const { files, refused } = await read([file("1", 1_001), file("2", 0), file("3", 1_000), file("4", 0)]);
    expect(files.map(([, name]) => name)).toEqual(["2", "3"]);
    expect(refused.map(({ name, reason }) => [name, reason])).toEqual([
      ["1", "too_large"],
      ["4", "too_many"],
    ]);
  });

  test("a file is judged alike in whatever pieces it arrives", async () => {
    const file = (name: string, size: number): Part => ({ name: "photos", file: name, body: "x".repeat(size) });
    const body = encode([file("1", 1_001), file("2", 1_000), text, file("3", 501), file("4", 500), file("5", 1)]);
    for (const length of [1, 7, 400, 1_010, body.length]) {
      const outcome = await readUpload(sent(cut(body, length)), LIMITS);
      if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
      const { form, files, refused } = outcome.value;
      expect([...form]).toEqual([["text", "what was typed"]]);
      expect(files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
        ["2", 1_000],
        ["4", 500],
      ]);
      expect(refused.map(({ name, reason }) => [name, reason])).toEqual([
        ["1", "too_large"],
        ["3", "too_much"],
        ["5", "too_many"],
      ]);
    }
  });

  test("files of real sizes are kept, refused and dropped without holding up the form", async () => {
    const file = (name: string, field = "photos"): Part => ({
      name: field,
      file: name,
      body: Buffer.alloc(900_000, name),
    });
    const body = encode([file("a"), file("b", "other"), file("c"), text]);
    for (const maxFileBytes of [100_000, 900_000]) {
      for (const length of [16_384, 65_536, body.length]) {
        const outcome = await readUpload(sent(cut(body, length)), {
          ...LIMITS,
          maxFileBytes,
          maxTotalBytes: 1_800_000,
        });
        if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
        const { form, files, refused } = outcome.value;
        expect([...form]).toEqual([["text", "what was typed"]]);
        expect([...files, ...refused].map(({ name }) => name)).toEqual(["a", "c"]);
        expect(files.map(({ name, bytes }) => Buffer.alloc(900_000, name).equals(bytes))).toEqual(
          maxFileBytes === 900_000 ? [true, true] : [],
        );
      }
    }
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
    ["no boundary in the body", sent([Buffer.from("title=a&text=b\r\n")]), 400],
    ["an empty body", sent([]), 400],
    ["no end", sent([encode([text]).subarray(0, -6)]), 400],
    ["no end after a file", sent([encode([{ name: "photos", file: "a.jpg", body: "abc" }]).subarray(0, -12)]), 400],
    ["no end after a dropped file", sent([encode([{ name: "x", file: "a", body: "abc" }]).subarray(0, -12)]), 400],
    ["a part without a name", sent([Buffer.from(encode([text]).toString().replace("name=", "size="))]), 400],
    ["a last boundary inside a head", sent([Buffer.from(encode([text]).toString().replace("name=", END))]), 400],
    ["a head without end", sent([Buffer.from(`--bound\r\nContent-Disposition: ${"x".repeat(5_000)}`)]), 400],
    ["41 parts", sent([encode(Array.from({ length: 41 }, () => text))]), 413],
    ["a field with a long name", sent([encode([{ name: "n".repeat(101), body: "" }, text])]), 413],
    ["a dropped file with a long name", sent([encode([{ name: "n".repeat(101), file: "a", body: "" }, text])]), 413],
    ["fields too large together", sent([encode(Array.from({ length: 3 }, () => ({ name: "a", body: third })))]), 413],
    ["fields too large", sent([encode([{ name: "text", body: "x".repeat(300_000) }])], undefined), 413],
    [
      "a plain form too large",
      sent([Buffer.from(`a=${"x".repeat(300_000)}`)], "application/x-www-form-urlencoded"),
      413,
    ],
  ])("%s is refused", async (_, request, status) => {
    expect(await readUpload(request, { ...LIMITS, maxTotalBytes: 1_000_000 })).toEqual({ ok: false, reason: status });
  });

  test("what no browser sends and harms nobody is passed over: words around the form, a part of no form", async () => {
    const nobody = "--bound\r\nContent-Type: a/b\r\n\r\nx\r\n";
    const body = `words before\r\n${nobody}${encode([text]).toString()}words after\r\n--bound\r\n`;
    const outcome = await readUpload(sent([Buffer.from(body), Buffer.from("\r\n")]), LIMITS);
    expect(outcome.ok && [...outcome.value.form]).toEqual([["text", "what was typed"]]);
  });

  test("names that mean something to JavaScript are names like any other", async () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const outcome = await readUpload(
      sent([encode(names.flatMap((name) => [text, { name, body: "a" }, { name, file: name, body: "b" }]))]),
      { ...LIMITS, fileFields: ["__proto__"] },
    );
    if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
    expect([...outcome.value.form.keys()].filter((name) => name !== "text")).toEqual(names);
    expect(outcome.value.files.map(({ field, name }) => [field, name])).toEqual([["__proto__", "__proto__"]]);
  });

  test("a damaged form is read or refused, at once and within the limits, and nothing else happens", async () => {
    const whole = encode([text, { name: "photos", file: "a.jpg", body: "abc" }, { name: "x", file: "b", body: "d" }]);
    const damage = fc.record({
      at: fc.integer({ min: 0, max: whole.length }),
      lost: fc.integer({ min: 0, max: 30 }),
      found: fc.constantFrom(
        "",
        "\r\n",
        "\r\n\r\n",
        "\r\n--bound",
        "\r\n--bound--",
        "--",
        '"',
        ";",
        "\\",
        "\0",
        "\xff",
      ),
    });
    const sizes = fc.integer({ min: 1, max: whole.length });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), sizes, async (damages, length) => {
        let body = whole.toString("latin1");
        for (const { at, lost, found } of damages) body = body.slice(0, at) + found + body.slice(at + lost);
        const outcome = await readUpload(sent(cut(Buffer.from(body, "latin1"), length)), LIMITS);
        if (outcome.ok) expect(outcome.value.files.length).toBeLessThanOrEqual(2);
        else expect(outcome.reason).toBe(400);
      }),
      { numRuns: 500 },
    );
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
