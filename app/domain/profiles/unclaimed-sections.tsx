import { CRITERION_KEYS } from "#app/domain/criteria/criterion.ts";
import { CriterionSection } from "#app/domain/criteria/criterion-section.tsx";
import { EvidenceList } from "#app/domain/criteria/evidence-list.tsx";
import type { ProfileView } from "#app/domain/profiles/register-words.ts";
import { ClaimInvitation } from "#app/domain/technicians/claim-invitation.tsx";
import { Inspections } from "#app/domain/profiles/criteria-sections.tsx";

/** What registers say of a place that nobody has claimed; no section for what only a technician could tell. */
export function UnclaimedSections({ profile }: { profile: ProfileView }) {
  return (
    <>
      <ClaimInvitation slug={profile.slug} isClaimed={profile.isClaimed} />
      {CRITERION_KEYS.map((criterion) => {
        const evidence = profile.evidence.filter((fact) => fact.criterion === criterion);
        if (evidence.length === 0 && criterion !== "sterile") return null;
        return (
          <CriterionSection key={criterion} criterion={criterion} state={profile.states[criterion]}>
            {evidence.length === 0 ? null : <EvidenceList evidence={evidence} />}
            {criterion === "sterile" ? <Inspections profile={profile} /> : null}
          </CriterionSection>
        );
      })}
    </>
  );
}
