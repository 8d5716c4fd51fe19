import { isDeepStrictEqual } from "node:util";
import { differencesOf } from "#app/domain/profiles/edit/describe-content.ts";
import { listedFields } from "#app/domain/profiles/edit/listed.ts";
import { SECTIONS } from "#app/domain/profiles/edit/sections.server.ts";
import type { Section } from "#app/domain/profiles/edit/sections.server.ts";
import type { SaveAnswer, SectionKey } from "#app/domain/profiles/edit/section.ts";
import { hashContent } from "#app/domain/technicians/hash-content.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { lockOwnProfile } from "#app/domain/technicians/lock-own-profile.server.ts";
import { recordRevision } from "#app/domain/technicians/record-revision.server.ts";
import type { Json } from "#app/domain/technicians/revision.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * Saves one section of the profile that somebody keeps, as its form was sent. `seen` names the content that the form was
 * made from: if another one is stored by now and says something else, nothing is saved. Sending the same twice saves once.
 */
export function saveSection(
  keeper: Keeper,
  key: SectionKey,
  { seen, form }: { seen: string; form: URLSearchParams },
  now: Date,
): Promise<Result<SaveAnswer, "not_found">> {
  // Each of them takes its own content, so that none can be mistaken for another.
  switch (key) {
    case "about":
      return save(SECTIONS.about, keeper, { key, seen, form }, now);
    case "practice":
      return save(SECTIONS.practice, keeper, { key, seen, form }, now);
    case "treatments":
      return save(SECTIONS.treatments, keeper, { key, seen, form }, now);
  }
}

type Sent = { key: SectionKey; seen: string; form: URLSearchParams };

async function save<C extends { [key: string]: Json }>(
  section: Section<C>,
  keeper: Keeper,
  { key, seen, form }: Sent,
  now: Date,
): Promise<Result<SaveAnswer, "not_found">> {
  const read = section.fields.read(form);
  if (!read.ok) return ok({ kind: "errors", errors: read.reason.errors });
  const after = read.value;
  return db().$transaction(async (tx) => {
    const profile = await lockOwnProfile(keeper, tx);
    if (profile === null) return refuse("not_found");
    const { technicianId } = keeper;
    const before = await section.load(technicianId, tx);
    const stored = hashContent(before);
    if (isDeepStrictEqual(before, after)) return ok({ kind: "saved", seen: stored, shown: null });
    if (stored !== seen) return ok({ kind: "conflict", seen: stored, differences: differencesOf(before, after) });
    const errors = profile.status === "unclaimed" ? listedFields(before, after) : {};
    if (Object.keys(errors).length > 0) return ok({ kind: "errors", errors });
    await section.store(technicianId, after, tx);
    const isNew = await recordRevision(keeper, { section: key, before, after }, now, tx);
    const entry = { actorId: keeper.userId, action: "profile_changed", subjectKind: "technician" };
    if (isNew) await recordAudit({ ...entry, subjectId: technicianId, reason: key }, tx);
    return ok({ kind: "saved", seen: hashContent(after), shown: null });
  });
}
