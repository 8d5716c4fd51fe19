import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { createSession } from "#app/platform/sessions.server.ts";
import { action, loader } from "#app/routes/technicians.$slug.reviews.new/route.tsx";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const SLUG = "ana-reyes";
const FIELDS = {
  overall: "4",
  treatment: "hairline",
  lastSessionOn: "2026-05-04",
  text: "Three sessions in a clean room, and the hairline is what we had drawn together.",
  relationship: "none",
  isIncentivised: "no",
  attestation: "yes",
};
let technicianId = "";
const people = { client: "", stranger: "" };
const cookies = { client: "", stranger: "" };
type Person = keyof typeof people;

beforeEach(async () => {
  await emptyDatabase();
  const [technician, client, stranger] = [technicianRow({ slug: SLUG }), userRow(), userRow()];
  technicianId = technician.id;
  await db().technician.createMany({ data: [technician] });
  await db().user.createMany({ data: [client, stranger] });
  for (const [person, { id }] of [["client", client] as const, ["stranger", stranger] as const]) {
    people[person] = id;
    cookies[person] = `sid=${await createSession(id)}`;
  }
});

type Answer = { status: number; location: string | null; body: unknown; version: string | null };

/** What a loader or action answers, whether it returns or throws it. */
async function answerOf(asked: () => Promise<unknown>): Promise<Answer> {
  const outcome: unknown = await asked().catch((thrown: unknown) => thrown);
  if (outcome instanceof Response) {
    return { status: outcome.status, location: outcome.headers.get("Location"), body: null, version: null };
  }
  if (typeof outcome !== "object" || outcome === null || !("init" in outcome) || !("data" in outcome)) throw outcome;
  const init = outcome.init as ResponseInit | null;
  const version = new Headers(init?.headers).get("Draft-Version");
  return { status: init?.status ?? 200, location: null, body: outcome.data, version };
}

const address = (review?: string) =>
  `http://localhost:3000/technicians/${SLUG}/reviews/new${review ? `?review=${review}` : ""}`;
const args = (request: Request) => ({
  request,
  params: { slug: SLUG },
  context: { cspNonce: "", requestId: "", reportError: () => undefined },
});
const get = (person: Person, review?: string) =>
  answerOf(() => loader(args(new Request(address(review), { headers: { Cookie: cookies[person] } }))));
const post = (person: Person, fields: Record<string, string> | [string, string][] | FormData, review?: string) =>
  answerOf(() => {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    const headers = { Cookie: cookies[person] };
    return action(args(new Request(address(review), { method: "POST", headers, body })));
  });
const only = () => db().review.findFirstOrThrow();

describe("the review form, without JavaScript", () => {
  it("is saved, found again on another device, and sent", async () => {
    expect(await post("client", { intent: "save", title: "So far" })).toMatchObject({
      status: 303,
      location: `/technicians/${SLUG}/reviews/new?saved`,
    });
    const found = await get("client");
    expect(found.body).toMatchObject({ form: { review: { version: 1 }, values: { title: "So far" } } });
    const sent = await post("client", { ...FIELDS, intent: "submit", version: "1" });
    const review = await only();
    expect(sent).toMatchObject({ status: 303, location: `/account/reviews/${review.id}?sent` });
    expect(review.status).toBe("pending");
    expect(review.ipHash).toMatch(/^[\w-]{43}$/);
  });

  it("comes back with everything typed and each error beside its field", async () => {
    const reply = await post("client", { ...FIELDS, intent: "submit", overall: "", lastSessionOn: "2030-01-01" });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({
      values: { text: FIELDS.text, lastSessionOn: "2030-01-01" },
      errors: { overall: [expect.any(String)], lastSessionOn: [expect.stringContaining("future")] },
    });
    expect(await only()).toMatchObject({ status: "draft", text: FIELDS.text });
  });

  it("takes a form with files as well, and keeps the words when a file is refused", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...FIELDS, intent: "submit", photoConsent: "yes" })) {
      form.append(name, value);
    }
    form.append("photosTakenOn", "2026-06-04");
    form.append("photos", new File(["no picture"], "result.jpg", { type: "image/jpeg" }));
    const reply = await post("client", form);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ errors: { photos: [expect.stringContaining("result.jpg: ")] } });
    expect(await only()).toMatchObject({ status: "draft", text: FIELDS.text });
  });

  it("a document goes with the review and is nobody's proof until a moderator has looked", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...FIELDS, intent: "submit" })) form.append(name, value);
    form.append("document", new File(["%PDF-1.7\nreceipt\n%%EOF"], "receipt.pdf", { type: "application/pdf" }));
    expect((await post("client", form)).status).toBe(303);
    const review = await db().review.findFirstOrThrow({ include: { visitProof: { include: { document: true } } } });
    expect(review.proofLevel).toBe("contact_confirmed");
    expect(review.visitProof).toMatchObject({ isAccepted: null, document: { ownerId: people.client } });
    expect(review.visitProof?.document?.purgeAfter?.getTime()).toBeGreaterThan(Date.now() + 86_400_000 * 150);
  });

  it("saving while somebody writes answers with the new version and nothing else", async () => {
    const reply = await post("client", { intent: "save", quiet: "1", sessions: "many", text: "So far" });
    expect([reply.status, reply.version]).toEqual([400, "1"]);
    const again = await post("client", { intent: "save", quiet: "1", version: "1", text: "So far, so good" });
    expect(again).toEqual({ status: 200, location: null, body: null, version: "2" });
  });

  it("an older window overwrites nothing unasked, and may when its author says so", async () => {
    await post("client", { intent: "save", text: "First" });
    await post("client", { intent: "save", version: "1", text: "From the other window" });
    const stale = await post("client", { intent: "save", version: "1", text: "From this window" });
    expect([stale.status, stale.version]).toEqual([409, "2"]);
    expect(stale.body).toMatchObject({
      values: { text: "From this window" },
      notice: { link: { href: `/technicians/${SLUG}/reviews/new` } },
    });
    expect((await only()).text).toBe("From the other window");
    await post("client", { intent: "save", version: stale.version ?? "", text: "From this window" });
    expect((await only()).text).toBe("From this window");
  });

  it("V-01 a repeated field is refused, and so is a form that says nothing of what to do", async () => {
    const twice = await post("client", [...Object.entries({ ...FIELDS, intent: "submit" }), ["overall", "5"]]);
    expect(twice).toMatchObject({ status: 400, body: { errors: { overall: [expect.any(String)] } } });
    for (const fields of [{ title: "a" }, { intent: "publish" }].map((entry) => Object.entries(entry)))
      expect((await post("stranger", fields)).status).toBe(400);
    expect(await db().review.count({ where: { authorId: people.stranger } })).toBe(0);
  });

  it("Z-04 state, author, technician and proof are never the form's", async () => {
    const other = technicianRow({});
    await db().technician.createMany({ data: [other] });
    const extra = {
      role: "moderator",
      state: "published",
      status: "published",
      authorId: people.stranger,
      technicianId: other.id,
      proofLevel: "confirmed",
      publishedAt: "2026-01-01",
      isHidden: "true",
      id: people.client,
    };
    await post("client", { ...FIELDS, ...extra, intent: "submit" });
    expect(await only()).toMatchObject({
      status: "pending",
      authorId: people.client,
      technicianId,
      proofLevel: "contact_confirmed",
      publishedAt: null,
    });
  });

  it("Z-06 a second review of the same visit is refused and names the first", async () => {
    await post("client", { ...FIELDS, intent: "submit" });
    const { id } = await only();
    const again = await post("client", { ...FIELDS, intent: "submit" });
    expect(again.status).toBe(400);
    expect(again.body).toMatchObject({ notice: { link: { href: `/account/reviews/${id}` } } });
    expect(await db().review.count({ where: { status: "pending" } })).toBe(1);
  });
});

describe("Z-02 Z-03 somebody else's review", () => {
  const sendBack = async () => {
    const row = reviewRow({ technicianId, authorId: people.client, status: "changes_requested" });
    await db().review.createMany({ data: [row] });
    return row.id;
  };

  it("can't be opened or written in, and looks like one that isn't there", async () => {
    const id = await sendBack();
    const nowhere = "00000000-0000-4000-8000-000000000000";
    for (const intent of ["save", "submit", "remove_document"]) {
      const fields = { ...FIELDS, intent, version: "1", text: "Taken over, in far more than forty characters." };
      expect(await post("stranger", fields, id)).toEqual(await post("stranger", fields, nowhere));
      expect((await post("stranger", fields, id)).status).toBe(404);
    }
    expect(await get("stranger", id)).toEqual(await get("stranger", nowhere));
    expect(await only()).toMatchObject({ id, version: 1, status: "changes_requested", authorId: people.client });
  });

  it("its author changes it and sends it again", async () => {
    const id = await sendBack();
    expect((await get("client", id)).body).toMatchObject({ form: { review: { id, isSentBack: true } } });
    const sent = await post("client", { ...FIELDS, intent: "submit", version: "1" }, id);
    expect(sent.location).toBe(`/account/reviews/${id}?sent`);
    expect(await only()).toMatchObject({ id, status: "pending", text: FIELDS.text });
  });

  it("a draft is each author's own", async () => {
    await post("client", { intent: "save", text: "Private so far" });
    expect(JSON.stringify(await get("stranger"))).not.toContain("Private so far");
    await post("stranger", { intent: "save", version: "1", text: "Mine" });
    expect(await db().review.count()).toBe(1);
    expect((await only()).text).toBe("Private so far");
  });
});
