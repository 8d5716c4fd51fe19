import { randomUUID } from "node:crypto";
import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";
import type { EvidenceFormView, EvidenceQuestion } from "#app/domain/criteria/evidence-form-view.ts";
import { findRegime } from "#app/domain/criteria/find-regimes.server.ts";
import { HYGIENE_RULES } from "#app/domain/criteria/hygiene-kinds.ts";
import type { HygieneKind } from "#app/domain/criteria/hygiene-kinds.ts";
import type { OwnEvidenceRow } from "#app/domain/criteria/own-evidence-row.server.ts";
import { findOwnEvidenceRow } from "#app/domain/criteria/own-evidence-row.server.ts";
import { ownEvidence } from "#app/domain/criteria/own-evidence.server.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import { choicesUnder } from "#app/domain/criteria/regime.ts";
import type { RegimePlace } from "#app/domain/criteria/regime.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** What an address or a form says of the form that is meant. */
export type AskedForm = { kind: EvidenceKind; regime: string | null; choice: string | null; paper: string | null };

function isHygieneKind(word: string | null): word is HygieneKind {
  return word !== null && Object.hasOwn(HYGIENE_RULES, word) && Object.hasOwn(HYGIENE_KINDS, word);
}

/** The form that is meant; null where it still has to be chosen, or there is no such. */
export async function findQuestion(asked: AskedForm, tx: Db = db()): Promise<EvidenceQuestion | null> {
  const { kind } = asked;
  if (kind === "hygiene") return isHygieneKind(asked.paper) ? { kind, paper: asked.paper } : null;
  if (kind !== "authorization") return { kind };
  const regime = asked.regime === null ? null : await findRegime(asked.regime, tx);
  if (regime === null) return null;
  const choices = choicesUnder(regime);
  const choice = choices.find((one) => one === asked.choice) ?? choices[0];
  return choice === undefined ? null : { kind, regime, choice };
}

/** The form that a row was written with. */
export async function findQuestionOf(row: OwnEvidenceRow, tx: Db = db()): Promise<EvidenceQuestion | null> {
  const { kind, authorization, hygiene } = row;
  const choice = authorization && `${authorization.notRequired ? "none_" : ""}${authorization.holder}`;
  return findQuestion({ kind, regime: authorization?.regimeKey ?? null, choice, paper: hygiene?.kind ?? null }, tx);
}

/** An empty form, or one filled from an older piece of one's own that is to be renewed: all but its dates. */
export async function findNewEvidenceForm(
  viewer: EvidenceOwner,
  question: EvidenceQuestion,
  renewedId: string | null,
  now: Date,
  tx: Db = db(),
): Promise<EvidenceFormView> {
  const [renewed, around] = await Promise.all([
    renewedId === null ? null : findOwnEvidenceRow(viewer, renewedId, tx),
    findAround(viewer, now, tx),
  ]);
  const { issuedOn: _issued, expiresOn: _expires, hasNoEnd: _none, ...values } = renewed ? valuesOf(renewed) : {};
  return { evidenceId: randomUUID(), version: 0, question, values, attached: null, ...around };
}

/** The form of a piece of one's own that can still be changed. */
export async function findOwnEvidenceForm(
  viewer: EvidenceOwner,
  row: OwnEvidenceRow,
  now: Date,
  tx: Db = db(),
): Promise<EvidenceFormView | null> {
  const question = await findQuestionOf(row, tx);
  if (question === null) return null;
  const { document } = row;
  return {
    evidenceId: row.id,
    version: row.version,
    question,
    values: valuesOf(row),
    ...(await findAround(viewer, now, tx)),
    attached: document === null || document.purgedAt !== null ? null : documentWords(document),
  };
}

async function findAround(viewer: EvidenceOwner, now: Date, tx: Db) {
  const [places, documents] = await Promise.all([
    tx.technicianPremises.findMany({
      where: ownEvidence(viewer),
      orderBy: { position: "asc" },
      select: { premises: { select: { id: true, name: true, city: true } } },
    }),
    tx.privateDocument.findMany({
      where: { ownerId: viewer.userId, purgedAt: null, createdAt: { gt: new Date(now.getTime() - DAY_MS) } },
      orderBy: { createdAt: "desc" },
      take: 10,
      select: { id: true, mediaType: true, createdAt: true, byteLength: true },
    }),
  ]);
  return {
    places: places.map(({ premises: { id, name, city } }) => ({ id, name: `${name}, ${city}` })),
    recent: documents.map((document) => ({ id: document.id, words: documentWords(document) })),
  };
}

/** Files have no names here: kind, size and the time of day tell them apart. */
function documentWords({
  mediaType,
  createdAt,
  byteLength,
}: {
  mediaType: string;
  createdAt: Date;
  byteLength?: number;
}): string {
  const what = mediaType === "application/pdf" ? "PDF document" : "Photographed document";
  const size =
    byteLength === undefined ? "" : `, ${Math.max(1, Math.round(byteLength / 1024)).toLocaleString("en-GB")} KB`;
  const at = createdAt.toISOString();
  return `${what}${size}, sent on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`;
}

/** What stands in the fields of a form for this row. */
function valuesOf(row: OwnEvidenceRow): Record<string, string> {
  const { authorization, hygiene, training, association, issuedOn, expiresOn } = row;
  const hasNoEnd = authorization !== null && expiresOn === null && row.noExpiryReason === "unknown";
  const all: Record<string, string | number | null | undefined> = {
    issuedOn,
    expiresOn,
    hasNoEnd: hasNoEnd ? "on" : null,
    place: authorization?.premisesId,
    authority: authorization?.authority,
    number: authorization?.number,
    reason: authorization?.reason,
    detail: hygiene?.detail,
    provider: training?.provider,
    trainer: training?.trainer,
    courseName: training?.courseName,
    smpHours: training?.smpHours,
    liveModels: training?.liveModels,
    completedOn: training?.completedOn,
    name: association?.name,
    memberNumber: association?.memberNumber,
    memberSince: association?.memberSince,
  };
  const given = Object.entries(all).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

/** Where somebody works, to offer its regimes first. */
export async function listOwnPlaces(viewer: EvidenceOwner, tx: Db = db()): Promise<RegimePlace[]> {
  const places = await tx.technicianPremises.findMany({
    where: ownEvidence(viewer),
    orderBy: { position: "asc" },
    select: { premises: { select: { city: true, region: true, countryCode: true } } },
  });
  return places.map(({ premises }) => premises);
}
