import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";

/*
 * What moderators can do to evidence, and the reasons that can stand behind each act. Refusing or taking back an
 * authorization takes two moderators: it is what people look for first, and losing it is losing work.
 */
export const EVIDENCE_ACTS = ["request_changes", "reject", "withdraw"] as const;
export type EvidenceAct = (typeof EVIDENCE_ACTS)[number];

const OF_THE_COPY = ["unreadable", "incomplete"] as const;
const OF_THE_PAPER = ["not_this_kind", "name_differs", "out_of_date", "altered", "used_by_another"] as const;
const OF_AN_AUTHORIZATION = ["number_not_found", "place_differs", "revoked_at_source"] as const;

/** The reasons that a form offers, in order; the use cases take no others. */
export function reasonsFor(act: EvidenceAct, kind: EvidenceKind): readonly CheckReason[] {
  const isAuthorization = kind === "authorization";
  switch (act) {
    case "request_changes":
      return [
        ...OF_THE_COPY,
        "not_this_kind",
        "name_differs",
        ...(isAuthorization ? (["place_differs"] as const) : []),
      ];
    case "reject":
      return isAuthorization
        ? [...OF_AN_AUTHORIZATION, ...OF_THE_PAPER, ...OF_THE_COPY]
        : ["number_not_found", ...OF_THE_PAPER, ...OF_THE_COPY, "not_smp"];
    case "withdraw":
      return isAuthorization
        ? ["revoked_at_source", "number_not_found", "place_differs", "name_differs", "altered", "used_by_another"]
        : ["revoked_at_source", "number_not_found", "name_differs", "altered", "used_by_another", "out_of_date"];
  }
}

/** Whether a second moderator has to agree. */
export function needsSecondModerator(act: EvidenceAct, kind: EvidenceKind): boolean {
  return kind === "authorization" && act !== "request_changes";
}
