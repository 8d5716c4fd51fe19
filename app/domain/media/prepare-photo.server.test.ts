import sharp from "sharp";
import { expect, test } from "vitest";
import { coverPhoto, encodeAvif, encodePage, preparePhoto } from "#app/domain/media/prepare-photo.server.ts";
import { photoProcessId, runPhotoJob } from "#app/domain/media/photo-process.server.ts";
import { photoSizes } from "#app/domain/media/processed-photo.ts";

const noise = (width: number, height: number) =>
  sharp(Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => (at * 7919 + (at >> 7) * 31) % 251)), {
    raw: { width, height, channels: 3 },
  });
const photo = await noise(1600, 1200).jpeg({ quality: 90 }).toBuffer();
const located = await noise(400, 200)
  .jpeg()
  .withExif({ IFD0: { Artist: "A. Person" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" } })
  .toBuffer();

async function accepted<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; reason: string }>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(`refused: ${settled.reason}`);
  return settled.value;
}

test("U-03 U-04 a photo is prepared in another process, and nothing of its metadata is left", async () => {
  const { variants, width, height } = await accepted(preparePhoto(located));
  expect(photoProcessId()).not.toBe(process.pid);
  expect([width, height]).toEqual([400, 200]);
  for (const { bytes } of variants) {
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    for (const trace of ["Exif", "GPS", "A. Person"]) expect(bytes.includes(trace)).toBe(false);
  }
});

test("F-18 when the process is killed in the middle, that photo is refused and the next one works", async () => {
  await accepted(preparePhoto(located));
  const pid = photoProcessId();
  const under = preparePhoto(photo);
  if (pid === undefined) throw new Error("no process to kill");
  process.kill(pid, "SIGKILL");
  expect(await under).toEqual({ ok: false, reason: "gave_up" });
  expect((await accepted(preparePhoto(photo))).width).toBe(960);
  expect(photoProcessId()).not.toBe(pid);
});

test("U-03 what takes too long is ended, and the next photo works", async () => {
  const job = { kind: "prepare", bytes: photo, sizes: photoSizes(9) } as const;
  expect(await runPhotoJob(job, { timeoutSeconds: 0.001 })).toEqual({ ok: false, reason: "took_too_long" });
  expect((await accepted(preparePhoto(located))).width).toBe(400);
});

test("U-03 one photo at a time, two waiting, the fourth is told so", async () => {
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => preparePhoto(located)));
  expect(outcomes.map((one) => (one.ok ? "ok" : one.reason))).toEqual(["ok", "ok", "ok", "busy"]);
});

test("U-02 U-03 hostile files are refused with a reason, not with a crash", async () => {
  const pid = photoProcessId();
  const cut = photo.subarray(0, photo.length / 2);
  expect(await preparePhoto(cut)).toEqual({ ok: false, reason: "damaged" });
  expect(await preparePhoto(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toMatchObject({ ok: false });
  expect(await preparePhoto(Buffer.from("<!doctype html><script>alert(1)</script>"))).toMatchObject({ ok: false });
  expect(photoProcessId()).toBe(pid);
});

test("P-02 covered cells and cut edges leave one flat colour and a smaller picture behind", async () => {
  const [largest] = (await accepted(preparePhoto(photo))).variants;
  if (!largest) throw new Error("no picture");
  const hidden = [0, 1, 8, 9];
  const covered = await accepted(
    coverPhoto(largest.bytes, { top: 0, right: 0, bottom: 50, left: 0, columns: 8, rows: 8, hidden }),
  );
  expect([covered.width, covered.height]).toEqual([960, 360]);
  const area = { left: 24, top: 24, width: 240 - 48, height: 90 - 48 };
  // Statistics are of a whole file, so the part is cut out first.
  const statsAt = async (left: number) =>
    sharp(
      await sharp(covered.variants[0]?.bytes)
        .extract({ ...area, left })
        .png()
        .toBuffer(),
    ).stats();
  for (const { min, max } of (await statsAt(area.left)).channels) expect(max - min).toBeLessThan(12);
  expect((await statsAt(500)).channels[0]?.stdev).toBeGreaterThan(8);
});

test("copies as AVIF and pages of documents come out as what they should be", async () => {
  const { variants } = await accepted(preparePhoto(located));
  const avif = await accepted(encodeAvif(variants[0]?.bytes ?? Buffer.alloc(0)));
  expect(Buffer.from(avif).toString("latin1", 4, 12)).toBe("ftypavif");
  const page = await accepted(encodePage(photo, 1000));
  expect(await sharp(page).metadata()).toMatchObject({ format: "jpeg", width: 1000, height: 750 });
});
