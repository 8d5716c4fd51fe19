/** Whoever keeps the profile that evidence belongs to. */
export type EvidenceOwner = { userId: string; technicianId: string };

/** For every query: the owner stands in its condition, so that somebody else's row is no row (Z-03). */
export function ownEvidence({ userId, technicianId }: EvidenceOwner) {
  return { technicianId, technician: { ownerId: userId } };
}
