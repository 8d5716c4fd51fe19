import { Writable } from "node:stream";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { buffer as ownBuffer, countShortlisted, countShown } from "#app/domain/insights/count-insight.server.ts";
import { CountBuffer } from "#app/domain/insights/count-buffer.ts";
import type { Counted } from "#app/domain/insights/count-buffer.ts";
import { followCounts } from "#app/domain/insights/follow-counts.server.ts";
import { forgetOldCounts } from "#app/domain/insights/forget-old-counts.server.ts";
import { saveCounts } from "#app/domain/insights/save-counts.server.ts";
import { db } from "#app/platform/db.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { createSession } from "#app/platform/sessions.server.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const owner = userRow({ roles: ["technician"] });
const reader = userRow();
const moderator = userRow({ roles: ["moderator"] });
const ada = technicianRow({ slug: "ada", ownerId: owner.id });
const bo = technicianRow({ slug: "bo" });
const draft = technicianRow({ slug: "draft", status: "draft" });

beforeEach(async () => {
  await emptyDatabase();
  ownBuffer.take();
  await db().user.createMany({ data: [owner, reader, moderator] });
  await db().technician.createMany({ data: [ada, bo, draft] });
});

const view = (more: Partial<Counted> = {}): Counted => ({
  slug: "ada",
  day: "2026-11-27",
  kind: "profile_view",
  session: null,
  count: 1,
  ...more,
});

async function written() {
  const rows = await db().dailyCount.findMany({ include: { technician: true } });
  return rows
    .map(({ technician, day, kind, count }) => `${technician.slug} ${day.toISOString().slice(0, 10)} ${kind} ${count}`)
    .sort();
}

function keep(buffer: CountBuffer, save = saveCounts) {
  const lines: string[] = [];
  const destination = new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  return {
    lines,
    ...followCounts({ log: createLog({ level: "info", destination }), buffer, save, everyMs: 3_600_000 }),
  };
}

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const ask = (token?: string) =>
  new Request("https://hairline.example/technicians/ada", {
    headers: {
      "User-Agent": FIREFOX,
      "Sec-Fetch-Dest": "document",
      ...(token === undefined ? {} : { Cookie: `sid=${token}` }),
    },
  });

test("counts are added to those of their day, on both sides of midnight UTC", async () => {
  await saveCounts([view({ count: 2 }), view({ day: "2026-11-28" }), view({ kind: "shortlist" })]);
  await saveCounts([view(), view({ slug: "bo", count: 5 })]);
  expect(await written()).toEqual([
    "ada 2026-11-27 profile_view 3",
    "ada 2026-11-27 shortlist 1",
    "ada 2026-11-28 profile_view 1",
    "bo 2026-11-27 profile_view 5",
  ]);
});

test("the day is the day in UTC at which somebody looked, however late it is written", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    vi.setSystemTime(new Date("2026-11-27T23:59:59.999Z"));
    countShown("profile_view", ["ada"], ask());
    vi.setSystemTime(new Date("2026-11-28T00:00:00.000Z"));
    countShown("profile_view", ["ada"], ask());
  } finally {
    vi.useRealTimers();
  }
  await keep(ownBuffer).flush();
  expect(await written()).toEqual(["ada 2026-11-27 profile_view 1", "ada 2026-11-28 profile_view 1"]);
});

test("fifty processes that write at once lose nothing and don't stand in each other's way", async () => {
  const both = [view(), view({ slug: "bo" }), view({ kind: "search_appearance" })];
  await Promise.all(
    Array.from({ length: 50 }, (_, at) => {
      const buffer = new CountBuffer();
      for (const one of at % 2 === 0 ? both : [...both].reverse()) buffer.add(one);
      return keep(buffer).flush();
    }),
  );
  expect(await written()).toEqual([
    "ada 2026-11-27 profile_view 50",
    "ada 2026-11-27 search_appearance 50",
    "bo 2026-11-27 profile_view 50",
  ]);
});

test("P-04 keepers don't count on their own profile, moderators nowhere, others do", async () => {
  const [own, other, staff] = await Promise.all(
    [owner, reader, moderator].map(({ id }, at) => createSession(id, { mfaAt: at === 2 ? new Date() : null })),
  );
  for (const token of [own, other, staff, undefined, "b".repeat(43)])
    countShown("profile_view", ["ada", "bo"], ask(token));
  await keep(ownBuffer).flush();
  const [adas, bos] = await written();
  // A reader, somebody who isn't signed in, and a session that nobody has; the keeper of one profile reads the other.
  expect([adas?.split(" ")[3], bos?.split(" ")[3]]).toEqual(["3", "4"]);
});

test("P-04 what is written is a number for a day; nothing of who it was is kept", async () => {
  const token = await createSession(reader.id);
  countShortlisted(["ada"], ask(token));
  await keep(ownBuffer).flush();
  const row = await db().dailyCount.findFirstOrThrow();
  expect(Object.keys(row).sort()).toEqual(["count", "day", "kind", "technicianId"]);
});

test("a former slug counts for its technician; a draft, a slug of nobody and what is no slug count for nobody", async () => {
  await db().technicianSlug.create({ data: { slug: "ada-was", technicianId: ada.id } });
  await saveCounts(["ada-was", "draft", "nobody", "'; DROP TABLE x"].map((slug) => view({ slug })));
  expect(await written()).toEqual(["ada 2026-11-27 profile_view 1"]);
});

test("robots, fetching in advance and further looks of an open page are not counted", () => {
  const plain = ask().headers;
  const asked: Record<string, string>[] = [
    { "User-Agent": "Googlebot/2.1" },
    { "Sec-Purpose": "prefetch" },
    { "Sec-Fetch-Dest": "empty", Referer: "https://hairline.example/technicians/ada" },
  ];
  for (const more of asked) {
    const headers = new Headers(plain);
    for (const [name, value] of Object.entries(more)) headers.set(name, value);
    countShown("profile_view", ["ada"], new Request("https://hairline.example/technicians/ada", { headers }));
  }
  expect(ownBuffer.take()).toEqual([]);
});

test("F-11 while the database is away counts wait, are added to, and go in afterwards; the log says it once", async () => {
  const buffer = new CountBuffer();
  let isAway = true;
  const keeper = keep(buffer, (counted) => (isAway ? Promise.reject(new Error("no route")) : saveCounts(counted)));
  for (let turn = 0; turn < 3; turn += 1) {
    buffer.add(view());
    await keeper.flush();
  }
  expect(keeper.lines).toHaveLength(1);
  expect(keeper.lines[0]).toContain("could not write counts down; they wait");
  isAway = false;
  await keeper.flush();
  expect(await written()).toEqual(["ada 2026-11-27 profile_view 3"]);
  expect(keeper.lines).toHaveLength(2);
  expect(keeper.lines[1]).toContain("counts are written down again");
});

test("F-11 what an outage leaves no room for is said, and so is what is left at the end", async () => {
  const buffer = new CountBuffer(1);
  const keeper = keep(buffer, () => Promise.reject(new Error("no route")));
  buffer.add(view());
  buffer.add(view({ slug: "bo" }));
  await keeper.stop();
  const said = z.object({ msg: z.string() });
  expect(keeper.lines.map((line) => said.parse(JSON.parse(line)).msg)).toEqual([
    "could not write counts down; they wait",
    "more to count than there is room for; the rest is lost",
    "counts could not be written down before the end",
  ]);
});

test("the end of the process writes down what is there", async () => {
  const buffer = new CountBuffer();
  buffer.add(view());
  await keep(buffer).stop();
  expect(await written()).toEqual(["ada 2026-11-27 profile_view 1"]);
});

test("counts of more than 24 months ago are deleted", async () => {
  await saveCounts([view({ day: "2024-11-26" }), view({ day: "2024-11-27" }), view()]);
  expect(await forgetOldCounts(new Date("2026-11-27T05:00:00Z"))).toBe(1);
  expect(await written()).toEqual(["ada 2024-11-27 profile_view 1", "ada 2026-11-27 profile_view 1"]);
});
