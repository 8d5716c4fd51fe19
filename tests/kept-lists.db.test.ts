import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { technicianRow } from "../prisma/factories/technician-row.ts";
import { openSite } from "./support/open-site.ts";
import type { Asked, Reply, Site } from "./support/open-site.ts";
import { SLUG, seedSite } from "./support/seed-site.ts";

const OTHERS = Array.from({ length: 31 }, (_, at) => `person-${at}`);

let site: Site;
beforeAll(async () => {
  await seedSite();
  const people = OTHERS.map((slug) => technicianRow({ slug, name: `Name of ${slug}` }));
  await db().technician.createMany({ data: [...people, technicianRow({ slug: "hidden", status: "suspended" })] });
  await db().technicianSlug.create({ data: { slug: "former-name", technicianId: people[0]?.id ?? "" } });
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const LISTS = ["shortlist", "compare"] as const;

const post = (path: string, body: string, asked: Asked = {}) =>
  site.ask(path, {
    method: "POST",
    body,
    ...asked,
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: site.origin, ...asked.headers },
  });

/** The list that an answer sets; null where it sets no cookie at all. */
function kept(reply: Reply): string[] | null {
  const [cookie, ...others] = reply.headers["set-cookie"] ?? [];
  expect(others).toEqual([]);
  if (cookie === undefined) return null;
  return /^\w+=([^;]*)/.exec(cookie)?.[1]?.split(".").filter(Boolean) ?? null;
}

describe.each(LISTS)("POST /%s", (list) => {
  test("adds and removes, in order and as often as one likes, and leads back to the card", async () => {
    const reply = await post(`/${list}`, `add=person-1&add=person-2&add=person-1&returnTo=/technicians?q=a%26page=2`);
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe("/technicians?q=a&page=2#t-person-1");
    expect(kept(reply)).toEqual(["person-1", "person-2"]);
    const cookie = `${list}=person-1.person-2`;
    expect(kept(await post(`/${list}`, "add=person-1", { cookie }))).toEqual(["person-1", "person-2"]);
    expect(kept(await post(`/${list}`, "remove=person-1", { cookie }))).toEqual(["person-2"]);
    expect(kept(await post(`/${list}`, "remove=person-1&remove=person-2", { cookie }))).toEqual([]);
    expect(kept(await post(`/${list}`, "clear=all&add=person-3", { cookie }))).toEqual(["person-3"]);
  });

  test("in place it is told apart from a refusal by its status alone", async () => {
    const reply = await post(`/${list}.data`, "add=person-1");
    expect([reply.status, kept(reply)]).toEqual([202, ["person-1"]]);
  });

  test("S-01 its cookie is out of reach of scripts and of other sites", async () => {
    const [cookie = ""] = (await post(`/${list}`, "add=person-1")).headers["set-cookie"] ?? [];
    expect(cookie.split("; ")).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "SameSite=Lax"]));
    expect(cookie.includes("Max-Age=31536000")).toBe(list === "shortlist");
  });

  test("adds nobody that readers can't see, and a former name under the current one", async () => {
    const reply = await post(`/${list}`, "add=hidden&add=nobody&add=secret-draft&add=former-name");
    expect(kept(reply)).toEqual(["person-0"]);
  });

  test("Z-04 other fields are ignored", async () => {
    const reply = await post(`/${list}`, "role=moderator&technicianId=1&userId=1&status=draft&add=person-1&slug=x");
    expect(kept(reply)).toEqual(["person-1"]);
  });

  test.each(["", "%", "add=%E0%A4%A", "add=' OR 1=1 --", "add=<script>", "add=\u0000", "add[]=person-1", "add"])(
    "V-01 %j changes nothing and breaks nothing",
    async (body) => {
      const reply = await post(`/${list}`, body, { cookie: `${list}=person-1` });
      expect([reply.status, kept(reply)]).toEqual([303, ["person-1"]]);
    },
  );

  test.each(["https://evil.example", "//evil.example", "/\\evil.example", "/..//evil.example", "javascript:alert(1)"])(
    "C-04 never leads to %s",
    async (target) => {
      const { headers } = await post(`/${list}`, `add=person-1&returnTo=${encodeURIComponent(target)}`);
      expect(headers.location).toBe(`/${list}#t-person-1`);
    },
  );

  test.each([
    ["a foreign origin", { Origin: "https://evil.example" }],
    ["no origin that is known", { Origin: "null" }],
    ["another site", { "Sec-Fetch-Site": "cross-site" }],
    ["a sibling site", { "Sec-Fetch-Site": "same-site" }],
  ])("C-01 refuses a form from %s, and sets no cookie", async (_name, headers) => {
    const reply = await post(`/${list}`, "add=person-1", { headers });
    expect([reply.status, kept(reply)]).toEqual([403, null]);
  });

  test("C-01 reading changes nothing, whatever the address says", async () => {
    for (const method of ["GET", "HEAD"]) {
      const reply = await site.ask(`/${list}?add=person-1&remove=person-2&clear=all`, { method });
      expect([reply.status, kept(reply)]).toEqual([200, null]);
    }
  });

  test("refuses files and bodies beyond any form", async () => {
    const file = { "Content-Type": "multipart/form-data; boundary=x" };
    expect((await post(`/${list}`, "--x\r\nbroken", { headers: file })).status).toBe(415);
    expect((await post(`/${list}`, `add=${"a".repeat(40_000)}`)).status).toBe(413);
  });

  test.each([
    ["a lone per cent sign", "%"],
    ["half an escape", "%E0%A4%A"],
    ["capitals", "Person-1"],
    ["eight kilobytes", "a".repeat(8_000)],
    ["somebody twice", "person-1.person-1"],
    ["more than fit", OTHERS.join(".")],
    ["markup", "<script>"],
  ])("S-07 %s in its cookie is an empty list, never an error", async (_name, value) => {
    const cookie = `${list}=${value}`;
    for (const path of ["/shortlist", "/compare", "/technicians", `/technicians/${SLUG}`]) {
      const reply = await site.ask(path, { cookie });
      expect([path, reply.status]).toEqual([path, 200]);
      expect(reply.body).not.toContain("Shortlist (");
    }
    expect(kept(await post(`/${list}`, "add=person-2", { cookie }))).toEqual(["person-2"]);
  });
});

describe("a full list", () => {
  test("of thirty takes nobody in and says so", async () => {
    const cookie = `shortlist=${OTHERS.slice(0, 30).join(".")}`;
    const reply = await post("/shortlist", "add=person-30&returnTo=/technicians", { cookie });
    expect(kept(reply)).toHaveLength(30);
    expect(reply.headers.location).toBe("/shortlist?full");
    const { body } = await site.ask("/shortlist?full", { cookie });
    expect(body).toContain("Your shortlist is full: 30 is the most");
  });

  test("of four leads to the comparison, which names who was left out", async () => {
    const cookie = "compare=person-1.person-2.person-3.person-4";
    const reply = await post("/compare", "add=person-5&returnTo=/technicians", { cookie });
    expect(kept(reply)).toEqual(["person-1", "person-2", "person-3", "person-4"]);
    const { body } = await site.ask(reply.headers.location ?? "", { cookie });
    expect(body).toContain("Left out: Name of person-5.");
  });
});

describe("GET /shortlist", () => {
  test("shows cards in the order of adding, and says that somebody is gone without saying who", async () => {
    const { status, body } = await site.ask("/shortlist", { cookie: "shortlist=person-2.hidden.person-1" });
    expect(status).toBe(200);
    expect(body.indexOf("Name of person-2")).toBeLessThan(body.indexOf("Name of person-1"));
    expect(body).toContain("1 technician on your list can no longer be shown");
    expect(body).toContain("noindex");
  });

  test("an empty one says what it is for", async () => {
    expect((await site.ask("/shortlist")).body).toContain("There is nobody on it yet");
  });
});

describe("GET /compare", () => {
  const heads = (body: string) => [...body.matchAll(/<th scope="col" id="t-([^"]+)"/g)].map(([, slug]) => slug);

  test("puts two to four side by side in the order of the address, former names under current ones", async () => {
    const { status, body } = await site.ask("/compare?t=person-2&t=former-name&t=person-2&t=PERSON-1");
    expect(status).toBe(200);
    expect(heads(body)).toEqual(["person-2", "person-0", "person-1"]);
    expect(body).toContain("noindex");
    expect(body).toContain("<title>Compare Name of person-2, Name of person-0 and Name of person-1 | Hairline</title>");
  });

  test("somebody asked for by a former and the current name stands there once", async () => {
    const { body } = await site.ask("/compare?t=former-name&t=person-0&t=person-1");
    expect(heads(body)).toEqual(["person-0", "person-1"]);
  });

  test("beyond four it compares the first four that are there, and names the others", async () => {
    const asked = ["nobody", ...OTHERS.slice(0, 6)].map((slug) => `t=${slug}`).join("&");
    const { body } = await site.ask(`/compare?${asked}`);
    expect(heads(body)).toEqual(["person-0", "person-1", "person-2", "person-3"]);
    expect(body).toContain("Left out: Name of person-4 and Name of person-5.");
    expect(body).toContain("Not found, so left out: “nobody”.");
  });

  test.each([
    "/compare",
    "/compare?t=person-1",
    "/compare?t=person-1&t=nobody",
    "/compare?t=hidden&t=person-1",
    "/compare?t=",
  ])("%s says that two are needed and offers ways on", async (address) => {
    const { status, body } = await site.ask(address);
    expect([status, heads(body)]).toEqual([200, []]);
    expect(body).toContain("A comparison needs 2 to 4 technicians");
    expect(body).toMatch(/href="\/technicians"[\s\S]*href="\/shortlist"/);
  });

  test("V-02 names of nobody are text, and hidden people stay hidden", async () => {
    const { body } = await site.ask("/compare?t=%3Cscript%3Ealert(1)%3C/script%3E&t=%00&t=hidden&t=person-1");
    expect(body).not.toContain("<script>alert");
    expect(body).toContain("“script alert 1 script”");
  });

  test("only differences leaves out the rows that are the same, and says how many there are", async () => {
    const all = await site.ask(`/compare?t=${SLUG}&t=person-1`);
    const some = await site.ask(`/compare?t=${SLUG}&t=person-1&only=differences`);
    const rows = (body: string) => [...body.matchAll(/<th scope="row"/g)].length;
    const differing = (body: string) => [...body.matchAll(/>Differs</g)].length;
    expect(differing(all.body)).toBeGreaterThan(3);
    expect(rows(all.body)).toBeGreaterThan(differing(all.body));
    expect(rows(some.body)).toBe(differing(all.body));
    expect(differing(some.body)).toBe(rows(some.body));
    expect(all.body).toContain(`${differing(all.body)} of ${rows(all.body)} facts differ.`);
  });
});
