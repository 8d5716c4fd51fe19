import sharp from "sharp";
import { addCasePhoto } from "#app/domain/portfolio/add-case-photo.server.ts";
import { answerConsent } from "#app/domain/portfolio/answer-consent.server.ts";
import { askConsent } from "#app/domain/portfolio/ask-consent.server.ts";
import { consentPath } from "#app/domain/portfolio/consent-link.server.ts";
import { createCase } from "#app/domain/portfolio/save-case.server.ts";
import { sendCase } from "#app/domain/portfolio/send-case.server.ts";
import { db } from "#app/platform/db.server.ts";
import { technicianRow } from "../../prisma/factories/technician-row.ts";
import { openDesk } from "./moderation-desk.ts";

export const NOW = new Date("2026-06-01T12:00:00Z");
const LAST_SESSION = new Date("2026-03-01");

export const WORDS = {
  title: "Crown, three sessions",
  treatment: "crown",
  concern: "thinning",
  scale: "none",
  lastSessionOn: LAST_SESSION,
  isSameLight: true,
  isSameAngle: true,
  isUnedited: true,
} as const;

/** A picture with a pattern of its own, taken with a camera that says where it was. */
export async function jpeg(seed = 1, width = 120, height = 90): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3);
  for (let at = 0; at < raw.length; at += 1) raw[at] = (Math.imul(at >> 4, 2_654_435_761 + seed * 97) >>> 13) & 0xff;
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Make: "Spy camera" }, IFD3: { GPSLatitude: "53/1 0/1 0/1" } })
    .jpeg()
    .toBuffer();
}

/** The moderators' desk with a second technician, who is a stranger to the first one's portfolio. */
export async function openPortfolioDesk() {
  const desk = await openDesk();
  const other = technicianRow({ name: "Ben Rowe", ownerId: desk.client.id });
  await db().technician.createMany({ data: [other] });
  return {
    ...desk,
    keeper: { userId: desk.owner.id, technicianId: desk.technician.id },
    stranger: { userId: desk.client.id, technicianId: other.id },
  };
}
export type PortfolioDesk = Awaited<ReturnType<typeof openPortfolioDesk>>;

export async function addCase({ keeper }: Pick<PortfolioDesk, "keeper">): Promise<string> {
  const created = await createCase(keeper, WORDS, NOW);
  if (!created.ok) throw new Error(created.reason);
  return created.value.id;
}

export async function addPicture(
  { keeper }: Pick<PortfolioDesk, "keeper">,
  caseId: string,
  { isBefore = false, seed = 1 } = {},
): Promise<string> {
  const words = { isBefore, takenOn: isBefore ? null : new Date("2026-04-10"), caption: null };
  const added = await addCasePhoto(keeper, caseId, { bytes: await jpeg(seed), words }, NOW);
  if (!added.ok) throw new Error(added.reason);
  return added.value.photoId;
}

/** A draft with a picture from before and a result. */
export async function addDraft(desk: Pick<PortfolioDesk, "keeper">): Promise<{ caseId: string; photoIds: string[] }> {
  const caseId = await addCase(desk);
  const photoIds = [
    await addPicture(desk, caseId, { isBefore: true, seed: 1 }),
    await addPicture(desk, caseId, { seed: 2 }),
  ];
  return { caseId, photoIds };
}

/** The token of the newest request, after asking. */
export async function ask(desk: Pick<PortfolioDesk, "keeper">, caseId: string, email = "subject@example.org") {
  const asked = await askConsent(desk.keeper, caseId, email, NOW);
  if (!asked.ok) throw new Error(asked.reason);
  const request = await db().caseConsentRequest.findFirstOrThrow({
    where: { portfolioCaseId: caseId },
    orderBy: { id: "desc" },
  });
  return consentPath(request.id).slice("/consents/".length);
}

export async function versionOf(id: string): Promise<number> {
  return (await db().portfolioCase.findUniqueOrThrow({ where: { id } })).version;
}

/** A case with consent that waits for a moderator. */
export async function addSent(desk: Pick<PortfolioDesk, "keeper">) {
  const draft = await addDraft(desk);
  const token = await ask(desk, draft.caseId);
  const answered = await answerConsent(token, { isYes: true, shownPhotoIds: draft.photoIds }, NOW);
  if (!answered.ok) throw new Error(answered.reason);
  const sent = await sendCase(
    desk.keeper,
    draft.caseId,
    { event: "submit", version: await versionOf(draft.caseId) },
    NOW,
  );
  if (!sent.ok) throw new Error(sent.reason.kind);
  return { ...draft, token };
}
