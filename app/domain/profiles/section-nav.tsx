import { CRITERIA, CRITERION_KEYS } from "#app/domain/criteria/criterion.ts";
import type { Profile } from "#app/domain/profiles/profile.ts";

/** The sections of the page, always in reach while reading. */
export function SectionNav({ profile }: { profile: Pick<Profile, "status" | "evidence" | "rating"> }) {
  return (
    <nav className="section-nav" aria-label="On this page">
      <ul className="section-links">
        {sectionsOf(profile).map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** An unclaimed listing has only the sections that a register can fill. */
function sectionsOf(profile: Pick<Profile, "status" | "evidence" | "rating">): { id: string; title: string }[] {
  const isUnclaimed = profile.status === "unclaimed";
  const criteria = CRITERION_KEYS.filter(
    (criterion) =>
      !isUnclaimed || criterion === "sterile" || profile.evidence.some((fact) => fact.criterion === criterion),
  );
  return [
    ...criteria.map((criterion) => ({ id: criterion, title: CRITERIA[criterion].title })),
    ...(isUnclaimed ? [] : [{ id: "prices", title: "Prices" }]),
    { id: "premises", title: "Premises" },
    { id: "reviews", title: `Reviews (${profile.rating.count})` },
  ];
}
