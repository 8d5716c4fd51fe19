/**
 * `changed`: decided, held, changed or taken back since this version was read. `no_reason`: a negative decision without
 * a reason that fits, or without facts. `no_dates`: an approval without its expiry or without anything compared.
 * `over`: it ran out already, or before its day of issue. `second_look`: a second moderator is waited for.
 */
export type EvidenceRefusal =
  "not_found" | "own_matter" | "claimed" | "changed" | "no_reason" | "no_dates" | "over" | "second_look";
