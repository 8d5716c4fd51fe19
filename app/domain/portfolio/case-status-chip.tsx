import { CASE_STATUS_WORDS } from "#app/domain/portfolio/case-states.ts";
import type { CaseStatus } from "#app/domain/portfolio/case-states.ts";
import { Chip } from "#app/ui/chip.tsx";

/** The state of a case in words. */
export function CaseStatusChip({ status }: { status: CaseStatus }) {
  const tone =
    status === "published" ? "checked" : status === "changes_requested" || status === "rejected" ? "amber" : "plain";
  return <Chip tone={tone}>{CASE_STATUS_WORDS[status]}</Chip>;
}
