import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { documentMark } from "#app/domain/media/document-mark.ts";
import { documentProcessId, runDocumentJob } from "#app/domain/media/document-process.server.ts";
import { assemble, drawPdf } from "../../../prisma/factories/pdf-file.ts";

const LIMITS = { side: 1_600, maxPages: 10 };
const words = (text: string) => ({ lines: [{ text, y: 700 }] });
const pdf = drawPdf([words("Certificate of registration"), words("Second page")]);
// The machine that runs the tests may be busy.
vi.setConfig({ testTimeout: 20_000 });
const MARK = documentMark({ userId: "0198f3aa-0000", displayName: "Robin" }, new Date("2026-06-01T12:34:00Z"));

const measure = (bytes: Uint8Array, isPdf = true, limits = {}) =>
  runDocumentJob({ kind: "measure", bytes, isPdf, ...LIMITS }, limits);
const draw = (bytes: Uint8Array, page = 1, isPdf = true, mark = MARK) =>
  runDocumentJob({ kind: "page", bytes, isPdf, page, mark, ...LIMITS });
async function drawn(...asked: Parameters<typeof draw>): Promise<Buffer> {
  const outcome = await draw(...asked);
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return Buffer.from(outcome.value as Uint8Array);
}
const greys = (picture: Uint8Array) => sharp(picture).greyscale().raw().toBuffer();

/** One page whose content is this stream, packed. */
function withContent(content: string, { box = "0 0 595 842", extra = "" } = {}): Buffer {
  const packed = deflateSync(Buffer.from(content, "latin1")).toString("latin1");
  return assemble([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R ${extra} >>`,
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
  ]);
}

describe("U-02 a PDF becomes pictures of its pages, in a process apart", () => {
  test("pages are counted and measured, the longer side 1,600 pixels", async () => {
    expect(await measure(pdf)).toEqual({
      ok: true,
      value: {
        pageCount: 2,
        pages: [
          { width: 1131, height: 1600 },
          { width: 1131, height: 1600 },
        ],
      },
    });
    expect(documentProcessId()).not.toBe(process.pid);
    const long = drawPdf(Array.from({ length: 14 }, (_, index) => words(`Page ${index + 1}`)));
    expect(await measure(long)).toMatchObject({ ok: true, value: { pageCount: 14, pages: { length: 10 } } });
    expect(await draw(long, 11)).toEqual({ ok: false, reason: "no_such_page" });
  });

  test("a page comes as JPEG with what stands on it, and each page is another one", async () => {
    const [first, second] = [await drawn(pdf, 1), await drawn(pdf, 2)];
    expect(await sharp(first).metadata()).toMatchObject({ format: "jpeg", width: 1131, height: 1600, channels: 3 });
    const dark = (await greys(first)).filter((value) => value < 60).length;
    expect(dark).toBeGreaterThan(2_000);
    expect(first.equals(second)).toBe(false);
  });

  test("scripts, links and attachments of a PDF do nothing, and are not in the picture", async () => {
    const active = assemble([
      "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1:1/')) >> >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /AA << /O << /S /URI /URI (http://127.0.0.1:1/) >> >> >>",
    ]);
    const picture = await drawn(active);
    expect(picture.includes("launchURL")).toBe(false);
    expect(await sharp(picture).metadata()).toMatchObject({ format: "jpeg", width: 1600, height: 1600 });
  });
});

describe("U-03 no document can take the process down", { timeout: 30_000 }, () => {
  const encrypted = assemble(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [] /Count 0 >>",
      `<< /Filter /Standard /V 1 /R 2 /O <${"00".repeat(32)}> /U <${"11".repeat(32)}> /P -4 >>`,
    ],
    "/Encrypt 3 0 R /ID [<00><00>]",
  );
  test.each<[string, Buffer, string]>([
    ["nothing but a head and an end", Buffer.from("%PDF-1.7\n%%EOF\n"), "damaged"],
    ["cut off in the middle", pdf.subarray(0, 200), "damaged"],
    ["locked by a password", encrypted, "locked"],
    [
      "without a page",
      assemble(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]),
      "damaged",
    ],
    [
      "its own parent",
      assemble(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"]),
      "damaged",
    ],
    ["no PDF", Buffer.from("<!doctype html><script>alert(1)</script>"), "damaged"],
    ["empty", Buffer.alloc(0), "damaged"],
  ])("a document that is %s is refused", async (_, bytes, reason) => {
    expect(await measure(bytes)).toEqual({ ok: false, reason });
    expect(await draw(bytes)).toMatchObject({ ok: false });
  });

  test("a small file whose picture claims 144 million pixels costs nobody else anything", async () => {
    const bomb = assemble([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
      "<< /Length 24 >>\nstream\n595 0 0 842 0 0 cm /I Do\nendstream",
      bombImage(12_000),
    ]);
    expect(bomb.length).toBeLessThan(4_000_000);
    const outcome = await draw(bomb);
    // Either the page without its picture, or a refusal.
    if (outcome.ok) expect(await sharp(outcome.value as Uint8Array).metadata()).toMatchObject({ width: 1131 });
    expect((await sharp(await drawn(pdf)).metadata()).width).toBe(1131);
  });

  test("a page that keeps drawing is ended after its time, and the next document is drawn", async () => {
    const endless = withContent("0 0 m 595 842 l 300 0 l 0 400 l h B* ".repeat(600_000));
    const outcome = await runDocumentJob(
      { kind: "page", bytes: endless, isPdf: true, page: 1, mark: MARK, ...LIMITS },
      { timeoutSeconds: 1 },
    );
    expect(outcome).toEqual({ ok: false, reason: "took_too_long" });
    expect((await sharp(await drawn(pdf)).metadata()).width).toBe(1131);
  });

  test("F-18 when the process is killed in the middle, that page is refused and the next one works", async () => {
    await drawn(pdf);
    const pid = documentProcessId();
    if (pid === undefined) throw new Error("no process to kill");
    const under = draw(pdf);
    process.kill(pid, "SIGKILL");
    expect(await under).toEqual({ ok: false, reason: "gave_up" });
    expect((await sharp(await drawn(pdf)).metadata()).width).toBe(1131);
  });

  test("the ten pages of a document may wait, a flood of them is told so", async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => measure(pdf, true, { maxWaiting: 2 })));
    expect(outcomes.map((one) => (one.ok ? "ok" : one.reason))).toEqual(["ok", "ok", "ok", "busy", "busy"]);
  });
});

describe("P-08 the mark stands in the pixels", () => {
  test.each([
    ["white", 255],
    ["grey", 120],
    ["black", 0],
  ])("all over a %s page, and what is under it stays readable", async (_, shade) => {
    const plain = sharp({
      create: { width: 1200, height: 800, channels: 3, background: { r: shade, g: shade, b: shade } },
    });
    const picture = await drawn(await plain.jpeg().toBuffer(), 1, false);
    const values = await greys(picture);
    const changed = values.filter((value) => Math.abs(value - shade) > 20);
    expect(changed.length / values.length).toBeGreaterThan(0.03);
    expect(changed.length / values.length).toBeLessThan(0.3);
    // No letter hides what it covers.
    for (const value of changed) expect(Math.abs(value - shade)).toBeLessThan(100);
    // Wherever somebody cuts a piece out, there are words in it.
    for (const [left, top] of [
      [0, 0],
      [900, 0],
      [450, 250],
      [0, 500],
      [900, 500],
    ] as const) {
      const { data } = await sharp(picture)
        .extract({ left, top, width: 300, height: 300 })
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(data.filter((value) => Math.abs(value - shade) > 20).length).toBeGreaterThan(1_000);
    }
  });

  test("it says who looked and when, also of names in other letters, and differs from moderator to moderator", async () => {
    expect(MARK).toBe("Robin 0198f3aa 2026-06-01 12:34 UTC");
    const [robin, alex] = [await drawn(pdf), await drawn(pdf, 1, true, MARK.replace("Robin", "Alex"))];
    expect(robin.equals(alex)).toBe(false);
    expect(
      (await drawn(pdf, 1, true, documentMark({ userId: "abcdef01", displayName: "Юля" }, new Date()))).length,
    ).toBeGreaterThan(0);
  });
});

/** A grey picture of one bit a pixel that claims so many pixels each way. */
function bombImage(side: number): string {
  const packed = deflateSync(Buffer.alloc(Math.ceil(side / 8) * side), { level: 9 }).toString("latin1");
  return `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}
