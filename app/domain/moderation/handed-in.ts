/*
 * What technicians hand in and a moderator checks: evidence, portfolio cases, claims on listings. Each has a queue and a
 * desk of its own at the address below, ordered by age; what is decided and how is each one's own.
 */
export const HANDED_IN_KINDS = ["evidence", "portfolio_case", "listing_claim"] as const;
export type HandedInKind = (typeof HANDED_IN_KINDS)[number];

export const HANDED_IN: Record<HandedInKind, { one: string; many: string; path: string }> = {
  evidence: { one: "Evidence", many: "Evidence", path: "/moderation/evidence" },
  portfolio_case: { one: "Portfolio case", many: "Portfolio cases", path: "/moderation/portfolio" },
  listing_claim: { one: "Claim", many: "Claims on listings", path: "/moderation/claims" },
};

export function handedInPath(kind: HandedInKind, id: string): string {
  return `${HANDED_IN[kind].path}/${id}`;
}
