import { drawQrCode } from "#app/domain/accounts/draw-qr-code.server.ts";
import type { ThreadKeeper } from "#app/domain/enquiries/enquiry.ts";
import { createVisitCodes } from "#app/domain/reviews/create-visit-codes.server.ts";
import { reviewPathWithCode } from "#app/domain/reviews/visit-code.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type VisitCards = {
  name: string;
  /** Day until which the codes work. */
  until: string;
  /** Where somebody types a code who has no camera: "hairline.example/technicians/ada-stone/reviews/new". */
  address: string;
  cards: { code: string; qr: { size: number; path: string } }[];
};

/** Makes cards to print, each with a code of its own, as a link in a QR code and to be typed. */
export async function makeVisitCards(
  { userId, technicianId }: ThreadKeeper,
  count: number,
  origin: string,
  now: Date,
): Promise<Result<VisitCards, "not_found" | "not_published" | "too_many">> {
  const technician = await db().technician.findFirst({
    where: { id: technicianId, ownerId: userId },
    select: { slug: true, name: true, status: true },
  });
  if (technician === null) return refuse("not_found");
  if (technician.status !== "published") return refuse("not_published");
  const made = await createVisitCodes({ technicianId }, count, now, "card");
  if (!made.ok) return made;
  const cards = made.value.map(({ code }) => ({
    code,
    qr: drawQrCode(`${origin}${reviewPathWithCode(technician.slug, code)}`),
  }));
  const until = (made.value[0]?.expiresAt ?? now).toISOString().slice(0, 10);
  const address = `${new URL(origin).host}/technicians/${technician.slug}/reviews/new`;
  return ok({ name: technician.name, until, address, cards });
}
