import { randomInt } from "node:crypto";
import {
  formatVisitCode,
  VISIT_CODE_DAYS,
  VISIT_CODE_LENGTH,
  VISIT_CODE_SYMBOLS,
} from "#app/domain/reviews/visit-code.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import type { VisitCodeChannel } from "#app/platform/generated/prisma/enums.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";

export type ShownVisitCode = { id: string; code: string; expiresAt: Date };

type Ways = { channel: VisitCodeChannel; emailHash?: string };

/** Only this is stored: who reads the table has no code. */
export function hashVisitCode(code: string): string {
  return keyedHash("link", `visit-code ${code}`);
}

function newVisitCode(): string {
  return Array.from({ length: VISIT_CODE_LENGTH }, () => VISIT_CODE_SYMBOLS[randomInt(VISIT_CODE_SYMBOLS.length)]).join(
    "",
  );
}

/** Writes new codes down and tells them, this once. */
export async function makeVisitCodes(
  technicianId: string,
  count: number,
  { channel, emailHash }: Ways,
  now: Date,
  tx: Db,
): Promise<ShownVisitCode[]> {
  const expiresAt = new Date(now.getTime() + VISIT_CODE_DAYS * DAY_MS);
  const codes = Array.from({ length: count }, newVisitCode);
  const rows = await tx.visitCode.createManyAndReturn({
    data: codes.map((code) => ({
      technicianId,
      codeHash: hashVisitCode(code),
      channel,
      emailHash: emailHash ?? null,
      expiresAt,
      createdAt: now,
    })),
    select: { id: true, codeHash: true },
  });
  const ids = new Map(rows.map(({ id, codeHash }) => [codeHash, id]));
  return codes.map((code) => ({ id: ids.get(hashVisitCode(code)) ?? "", code: formatVisitCode(code), expiresAt }));
}

/** Whoever makes codes of a technician waits here for whoever else does, so that limits and "once a year" hold. */
export async function lockVisitCodes(technicianId: string, tx: Db): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Technician" WHERE id = ${technicianId}::uuid FOR NO KEY UPDATE`;
}
