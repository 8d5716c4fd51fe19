import { createHash } from "node:crypto";
import sharp from "sharp";
import { beforeEach, expect, test, vi } from "vitest";
import { signDocumentLink, signPageLink } from "#app/domain/media/open-document.server.ts";
import { db } from "#app/platform/db.server.ts";
import { createSession } from "#app/platform/sessions.server.ts";
import { newStorageKey, storage } from "#app/platform/storage.server.ts";
import { loader as readDocument } from "#app/routes/documents.$id.ts";
import { loader as readPage } from "#app/routes/documents_.$id.pages.$page.ts";
import { action, loader } from "#app/routes/moderation.evidence.$id/route.tsx";
import { authorizationRow, evidenceRow, regimeRow } from "../prisma/factories/evidence-row.ts";
import { drawPdf } from "../prisma/factories/pdf-file.ts";
import { openDesk } from "./support/moderation-desk.ts";
import type { Desk } from "./support/moderation-desk.ts";

// Drawing a page takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let desk: Desk;
let evidenceId: string;
let cookies: Record<"robin" | "alex" | "owner" | "client", string>;
const PDF = drawPdf([{ lines: [{ text: "Registration AB-1234", y: 700 }] }, { lines: [{ text: "Terms", y: 700 }] }]);
const JPEG = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#ffffff" } })
  .jpeg()
  .toBuffer();

beforeEach(async () => {
  desk = await openDesk();
  const cookie = async (person: Desk["robin"], mfaAt: Date | null) =>
    `sid=${await createSession(person.id, { mfaAt })}`;
  // Without an authenticator a moderator is led to set one up.
  await db().totpCredential.createMany({
    data: [desk.robin, desk.alex].map(({ id }) => ({
      userId: id,
      secretEncrypted: Buffer.from("x"),
      confirmedAt: new Date(),
    })),
  });
  cookies = {
    robin: await cookie(desk.robin, new Date()),
    alex: await cookie(desk.alex, new Date()),
    owner: await cookie(desk.owner, null),
    client: await cookie(desk.client, null),
  };
  await db().regime.createMany({ data: [regimeRow({ key: "sample" })], skipDuplicates: true });
});

async function handIn(bytes: Buffer, mediaType: "application/pdf" | "image/jpeg"): Promise<string> {
  const storageKey = newStorageKey();
  await storage().put(storageKey, mediaType === "image/jpeg" ? "document.jpg" : "document.pdf", bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { id } = await db().privateDocument.create({
    data: { ownerId: desk.owner.id, storageKey, mediaType, byteLength: bytes.length, sha256 },
  });
  const row = evidenceRow({ technicianId: desk.technician.id, status: "submitted", documentId: id });
  evidenceId = row.id;
  await db().evidence.createMany({ data: [row] });
  await db().authorization.createMany({ data: [authorizationRow({ evidenceId: row.id, regimeKey: "sample" })] });
  return id;
}

type Who = keyof typeof cookies;
const args = (path: string, params: Record<string, string>, who: Who, init: RequestInit = {}) => ({
  request: new Request(new URL(path, "http://localhost:3000"), { ...init, headers: { Cookie: cookies[who] } }),
  params,
  context: { cspNonce: "", requestId: "", reportError: () => undefined },
});
/** A response, or the status of what was thrown or returned. */
async function answer(asked: Promise<unknown>): Promise<{ status: number; response: Response | null }> {
  const outcome = await asked.catch((thrown: unknown) => thrown);
  if (outcome instanceof Response) return { status: outcome.status, response: outcome };
  if (outcome instanceof Error) throw outcome;
  const isWrapped = typeof outcome === "object" && outcome !== null && "init" in outcome;
  return { status: isWrapped ? ((outcome.init as ResponseInit | null)?.status ?? 200) : 200, response: null };
}
const page = (id: string, number: number, path: string, who: Who) =>
  answer(readPage(args(path, { id, page: String(number) }, who)));
const whole = (id: string, path: string, who: Who) => answer(readDocument(args(path, { id }, who)));
const signed = (id: string, number: number, now = new Date()) =>
  signPageLink(id, number, { userId: desk.robin.id }, now);
const looks = () =>
  db().auditEvent.findMany({ where: { subjectKind: "document" }, select: { action: true, actorId: true } });

test("U-06 a page is for one moderator, one page and five minutes, and only after the password", async () => {
  const id = await handIn(PDF, "application/pdf");
  const shown = await page(id, 1, signed(id, 1), "robin");
  expect([shown.status, shown.response?.headers.get("Content-Type")]).toEqual([200, "image/jpeg"]);
  expect(shown.response?.headers.get("Cache-Control")).toBe("no-store");
  expect(shown.response?.headers.get("Content-Security-Policy")).toContain("sandbox");
  expect(shown.response?.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
  expect(await sharp(await shown.response?.arrayBuffer()).metadata()).toMatchObject({ width: 1131, height: 1600 });
  const expired = signed(id, 1, new Date(Date.now() - 6 * 60_000));
  const bad: [string, number, Who][] = [
    [signed(id, 1), 1, "alex"],
    [signed(id, 1), 1, "owner"],
    [signed(id, 1), 1, "client"],
    [signed(id, 1), 2, "robin"],
    [signed(id, 3), 3, "robin"],
    [expired, 1, "robin"],
    [`/documents/${id}/pages/1`, 1, "robin"],
    [signDocumentLink(id, { userId: desk.robin.id }, new Date()), 1, "robin"],
  ];
  for (const [path, number, who] of bad) expect([who, (await page(id, number, path, who)).status]).toEqual([who, 404]);
  await db().session.updateMany({ data: { lastAuthAt: new Date(Date.now() - 11 * 60_000) } });
  const { status, response } = await page(id, 1, signed(id, 1), "robin");
  expect([status, response?.headers.get("Location")]).toEqual([303, expect.stringMatching(/^\/confirm\?returnTo=/)]);
});

test("P-08 all pages looked at in one go are one look on record, which the owner sees; a download is another", async () => {
  const id = await handIn(PDF, "application/pdf");
  await Promise.all([1, 2, 1].map((number) => page(id, number, signed(id, number), "robin")));
  expect(await looks()).toEqual([{ action: "document_viewed", actorId: desk.robin.id }]);
  const link = signDocumentLink(id, { userId: desk.robin.id }, new Date());
  const file = await whole(id, link, "robin");
  expect(file.response?.headers.get("Content-Disposition")).toMatch(/^attachment/);
  expect(Buffer.from((await file.response?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(PDF);
  expect((await looks()).map(({ action: done }) => done)).toEqual(["document_viewed", "document_downloaded"]);
});

test("P-08 a moderator never gets the bytes of a picture, only one with their mark; its owner gets their own", async () => {
  const id = await handIn(JPEG, "image/jpeg");
  const link = signDocumentLink(id, { userId: desk.robin.id }, new Date());
  for (const { response } of [await whole(id, link, "robin"), await page(id, 1, signed(id, 1), "robin")]) {
    const bytes = Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(bytes.equals(JPEG)).toBe(false);
    expect((await sharp(bytes).stats()).channels[0]?.min).toBeLessThan(220);
  }
  const own = await whole(id, `/documents/${id}`, "owner");
  expect(Buffer.from((await own.response?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(JPEG)).toBe(true);
});

test("the item has its pages, and without a recent password the way to give it", async () => {
  await handIn(PDF, "application/pdf");
  const read = async () =>
    (await loader(args(`/moderation/evidence/${evidenceId}`, { id: evidenceId }, "robin"))).item.document;
  expect(await read()).toMatchObject({ state: "shown", pageCount: 2, pages: [{ width: 1131 }, { height: 1600 }] });
  await db().session.updateMany({ data: { lastAuthAt: new Date(Date.now() - 11 * 60_000) } });
  expect(await read()).toEqual({ state: "confirm" });
  expect(await looks()).toEqual([]);
});

test("a PDF that can’t be drawn can be downloaded", async () => {
  await handIn(Buffer.from("%PDF-1.7\nnothing\n%%EOF\n"), "application/pdf");
  const { item } = await loader(args(`/moderation/evidence/${evidenceId}`, { id: evidenceId }, "robin"));
  expect(item.document).toMatchObject({ state: "unshown", why: "damaged", downloadHref: expect.any(String) });
});

test("Z-02 Z-04 F-13 the form: others find nothing, extra fields are ignored, who comes too late gets a 409", async () => {
  await handIn(PDF, "application/pdf");
  const send = (who: Who, fields: Record<string, string>) =>
    answer(
      action(
        args(`/moderation/evidence/${evidenceId}`, { id: evidenceId }, who, {
          method: "POST",
          body: new URLSearchParams(fields),
        }),
      ),
    );
  const approval = { decision: "approve", version: "1", expiry: "unknown", compared: "document" };
  for (const who of ["owner", "client"] as const) expect((await send(who, approval)).status).toBe(404);
  expect((await send("robin", { ...approval, compared: "" })).status).toBe(400);
  expect((await send("robin", { ...approval, decision: "reject" })).status).toBe(400);
  expect((await send("robin", { intent: "nonsense" })).status).toBe(400);
  const done = await send("robin", { ...approval, status: "rejected", checkedById: desk.alex.id, technicianId: "x" });
  expect([done.status, done.response?.headers.get("Location")]).toEqual([303, expect.stringContaining("done=")]);
  expect((await send("alex", approval)).status).toBe(409);
  expect(await db().evidence.findUniqueOrThrow({ where: { id: evidenceId } })).toMatchObject({
    status: "verified",
    checkedById: desk.robin.id,
    technicianId: desk.technician.id,
  });
});
