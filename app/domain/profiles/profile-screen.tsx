import type { ProfileView } from "#app/domain/profiles/register-words.ts";
import type { ReviewPage } from "#app/domain/reviews/review.ts";
import { CriteriaSections } from "#app/domain/profiles/criteria-sections.tsx";
import { PremisesSection } from "#app/domain/profiles/premises-section.tsx";
import { PriceSection } from "#app/domain/profiles/price-section.tsx";
import { ProfileHeader } from "#app/domain/profiles/profile-header.tsx";
import { ReviewsSection } from "#app/domain/profiles/reviews-section.tsx";
import { SectionNav } from "#app/domain/profiles/section-nav.tsx";
import { UnclaimedSections } from "#app/domain/profiles/unclaimed-sections.tsx";

/** A technician's whole public profile: who and where, the strip, then what stands behind each dot. */
export function ProfileScreen({ profile, reviews }: { profile: ProfileView; reviews: ReviewPage }) {
  const isUnclaimed = profile.status === "unclaimed";
  return (
    <div className="page profile">
      <ProfileHeader profile={profile} />
      <SectionNav profile={profile} />
      {isUnclaimed ? <UnclaimedSections profile={profile} /> : <CriteriaSections profile={profile} />}
      {isUnclaimed ? null : <PriceSection profile={profile} />}
      <PremisesSection premises={profile.premises} />
      <ReviewsSection profile={profile} reviews={reviews} />
    </div>
  );
}
