import { createHash } from "node:crypto";
import { documentFileName } from "#app/domain/media/document.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { newStorageKey, storage } from "#app/platform/storage.server.ts";
import { drawPdf } from "../factories/pdf-file.ts";
import type { Sample } from "./make-sample.ts";
import { sampleId } from "./random.ts";

/** What waits for a moderator and has a document to look at; the rest was handed in without one. */
const MOST = 24;
const MEDIA_TYPE = "application/pdf";

export type SampleDocument = { evidenceId: string; row: Prisma.PrivateDocumentCreateManyInput };

/** Draws and stores the documents behind sample evidence that waits, longest wait first. */
export async function drawDocuments(sample: Sample): Promise<SampleDocument[]> {
  const owners = new Map(sample.technicians.map(({ id, ownerId, name }) => [id, { ownerId, name }]));
  const waiting = sample.evidence
    .filter(({ status }) => status === "submitted" || status === "in_check")
    .sort((a, b) => Number(new Date(a.submittedAt ?? 0)) - Number(new Date(b.submittedAt ?? 0)));
  const documents: SampleDocument[] = [];
  for (const evidence of waiting) {
    const owner = owners.get(evidence.technicianId);
    if (!owner?.ownerId || documents.length >= MOST) continue;
    const bytes = drawPdf([{ lines: [...HEAD, ...linesOf(sample, evidence, owner.name)] }]);
    const storageKey = newStorageKey();
    await storage().put(storageKey, documentFileName(MEDIA_TYPE), bytes);
    const row = {
      id: sampleId("document", evidence.id),
      ownerId: owner.ownerId,
      storageKey,
      mediaType: MEDIA_TYPE,
      byteLength: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      createdAt: evidence.submittedAt ?? new Date(),
    };
    documents.push({ evidenceId: evidence.id, row });
  }
  return documents;
}

/** After the evidence they belong to. */
export async function writeDocuments(documents: readonly SampleDocument[], tx: Db): Promise<void> {
  await tx.privateDocument.createMany({ data: documents.map(({ row }) => row) });
  for (const { evidenceId, row } of documents) {
    await tx.evidence.update({ where: { id: evidenceId }, data: { documentId: row.id ?? null } });
  }
}

const HEAD = [
  { text: "SAMPLE", size: 64, x: 60, y: 740 },
  { text: "A drawn document. Nothing in it is real.", size: 12, x: 62, y: 716 },
];

function linesOf(sample: Sample, evidence: Sample["evidence"][number], name: string) {
  const authorization = sample.authorizations.find(({ evidenceId }) => evidenceId === evidence.id);
  const training = sample.trainings.find(({ evidenceId }) => evidenceId === evidence.id);
  const association = sample.associations.find(({ evidenceId }) => evidenceId === evidence.id);
  const hygiene = sample.hygiene.find(({ evidenceId }) => evidenceId === evidence.id);
  const facts = authorization
    ? [authorization.authority, "Certificate of registration", `Number ${authorization.number ?? "none"}`]
    : training
      ? [training.provider, "Certificate of completion", training.courseName]
      : association
        ? [association.name, "Certificate of membership", `Member ${association.memberNumber ?? "without a number"}`]
        : ["Sample issuer", (hygiene?.hygieneKind ?? "certificate").replaceAll("_", " "), hygiene?.detail ?? ""];
  const days = [
    evidence.issuedOn ? `Issued on ${dayOf(evidence.issuedOn)}` : "",
    evidence.expiresOn ? `Valid until ${dayOf(evidence.expiresOn)}` : "",
  ];
  return [...facts, `Awarded to ${name}`, ...days]
    .filter((text) => text !== "")
    .map((text, index) => ({ text, size: index === 1 ? 26 : 18, x: 62, y: 620 - index * 48 }));
}

function dayOf(day: Date | string): string {
  return new Date(day).toISOString().slice(0, 10);
}
