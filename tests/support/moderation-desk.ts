import { db } from "#app/platform/db.server.ts";
import { reviewRow } from "../../prisma/factories/review-row.ts";
import { technicianRow } from "../../prisma/factories/technician-row.ts";
import { userRow } from "../../prisma/factories/user-row.ts";
import { emptyDatabase } from "./database.ts";

const person = (displayName: string, roles: ("client" | "technician" | "moderator")[] = ["client"]) => {
  const row = userRow({ displayName, roles });
  return { ...row, userId: row.id };
};

/** Two moderators, a technician with an account, and a client. */
export async function openDesk() {
  await emptyDatabase();
  const people = {
    robin: person("Robin", ["moderator"]),
    alex: person("Alex", ["moderator"]),
    owner: person("Ada Stone", ["technician"]),
    client: person("Sam P."),
  };
  await db().user.createMany({ data: Object.values(people).map(({ userId: _userId, ...row }) => row) });
  const technician = technicianRow({ name: "Ada Stone", ownerId: people.owner.id });
  await db().technician.createMany({ data: [technician] });
  return { ...people, technician };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A review by the client that waits for a moderator, unless it is said otherwise. */
export async function addReview(desk: Desk, more: Partial<Parameters<typeof reviewRow>[0]> = {}) {
  const row = reviewRow({ technicianId: desk.technician.id, authorId: desk.client.id, status: "pending", ...more });
  await db().review.createMany({ data: [row] });
  return row;
}

/**
 * So many attempts, as many of them at once as the pool of the tests has connections: more would only wait for one,
 * and longer than a transaction may.
 */
export async function asManyAtOnce<T>(count: number, attempt: (index: number) => Promise<T>): Promise<T[]> {
  const outcomes: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      outcomes.push(await attempt(index));
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return outcomes;
}
