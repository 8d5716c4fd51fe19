import { db } from "#app/platform/db.server.ts";
import { createSession, findSignedIn } from "#app/platform/sessions.server.ts";
import type { SignedIn } from "#app/platform/sessions.server.ts";
import { premisesRow, technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";

export type Claimant = SignedIn & { cookie: string; email: string };

/** Somebody with an account, signed in. */
export async function addClaimant(more: Parameters<typeof userRow>[0] = {}): Promise<Claimant> {
  const row = userRow(more);
  await db().user.createMany({ data: [row] });
  return { ...(await signInAgain(row.id)), email: row.email };
}

/** One more session of an account. */
export async function signInAgain(userId: string): Promise<SignedIn & { cookie: string }> {
  const cookie = `sid=${await createSession(userId)}`;
  const found = await findSignedIn(cookie);
  if (found === null) throw new Error("not signed in");
  return { ...found, cookie };
}

/** A listing of a register with a website, in Leeds. */
export async function addListing(more: Parameters<typeof technicianRow>[0] = {}) {
  const row = technicianRow({
    name: "Crown Street Studio",
    status: "unclaimed",
    bio: "",
    languages: [],
    websiteUrl: "https://www.crown-street.example/",
    listingSource: "toronto-bodysafe",
    listingRecord: crypto.randomUUID(),
    listingSnapshotOn: new Date("2026-01-01"),
    ...more,
  });
  const premises = premisesRow({ name: row.name });
  await db().technician.createMany({ data: [row] });
  await db().premises.createMany({ data: [premises] });
  await db().technicianPremises.createMany({ data: [{ technicianId: row.id, premisesId: premises.id }] });
  return row;
}
