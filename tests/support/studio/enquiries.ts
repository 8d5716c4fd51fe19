import { db } from "#app/platform/db.server.ts";
import { briefRow, enquiryRow, recipientRow } from "../../../prisma/factories/enquiry-row.ts";
import type { SeedStudio } from "./seed-part.ts";

/** A thread between the client and the technician, with something of everything in it. */
export const seed: SeedStudio = async ({ client, technician }, technicianId) => {
  const brief = briefRow({ authorId: client.id, wishes: "private-brief-wishes" });
  const enquiry = enquiryRow({ authorId: client.id, briefId: brief.id });
  const thread = recipientRow({ enquiryId: enquiry.id, technicianId, status: "answered", answeredAt: new Date() });
  await db().brief.create({ data: brief });
  await db().enquiry.create({ data: enquiry });
  await db().enquiryRecipient.create({ data: thread });
  await db().enquiryMessage.createMany({
    data: [
      { recipientId: thread.id, authorId: technician.id, text: "private-thread-answer" },
      { recipientId: thread.id, authorId: client.id, text: "private-thread-question" },
    ],
  });
  await db().proposedTime.create({
    data: { recipientId: thread.id, startsAt: new Date(Date.now() + 86_400_000), minutes: 30 },
  });
  const secrets = ["private-brief-wishes", "private-thread-answer", "private-thread-question", enquiry.id, brief.id];
  return {
    ids: { enquiry: thread.id },
    secrets,
    knownTo: Object.fromEntries(secrets.slice(0, 3).map((secret) => [secret, ["technician" as const]])),
  };
};
