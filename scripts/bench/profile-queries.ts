import type pg from "pg";
import { oneAtATime } from "./load.ts";
import { median } from "./median.ts";
import type { PageQueries, Replay } from "./queries.ts";

const FOUR: { name: string; text: string }[] = [
  {
    name: "bench_technician",
    text: `SELECT t.*, p.name AS place, p.city, p.lat, p.lng FROM "Technician" t
      JOIN "TechnicianPremises" tp ON tp."technicianId" = t.id JOIN "Premises" p ON p.id = tp."premisesId" WHERE t.id = $1`,
  },
  {
    name: "bench_reviews",
    text: `SELECT r.*, u."displayName" FROM "Review" r LEFT JOIN "User" u ON u.id = r."authorId"
      WHERE r."technicianId" = $1 AND r.status = 'published' ORDER BY r."publishedAt" DESC LIMIT 20`,
  },
  {
    name: "bench_cases",
    text: `SELECT c.*, ph."storageKey", ph.stage FROM "PortfolioCase" c JOIN "Photo" ph ON ph."portfolioCaseId" = c.id
      WHERE c."technicianId" = $1 AND c.status = 'published' ORDER BY c.position`,
  },
  { name: "bench_evidence", text: `SELECT * FROM "Evidence" WHERE "technicianId" = $1` },
];

export type ProfileFigures = { roundTrips: number; ours: number; fourQueries: number };

/** The profile's database time against four plain prepared queries for the same facts, in turn. */
export async function measureProfileQueries(options: {
  pool: pg.Pool;
  replay: Replay;
  queries: PageQueries;
  technicianId: string;
  rounds: number;
  seconds: number;
}): Promise<ProfileFigures> {
  const { pool, replay, queries, technicianId, rounds, seconds } = options;
  const four = async () => {
    for (const query of FOUR) await pool.query({ ...query, values: [technicianId] });
  };
  const times: { ours: number[]; four: number[] } = { ours: [], four: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push((await oneAtATime(seconds, () => replay.database(queries))).p50);
    times.four.push((await oneAtATime(seconds, four)).p50);
  }
  return { roundTrips: queries.database.length, ours: median(times.ours), fourQueries: median(times.four) };
}
