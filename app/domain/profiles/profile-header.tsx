import { CriteriaStrip } from "#app/domain/criteria/criteria-strip.tsx";
import { CriteriaLegend } from "#app/domain/criteria/criteria-strip.tsx";
import { INSPECTION_OUTCOMES } from "#app/domain/criteria/evidence-fact.ts";
import { KeepButtons } from "#app/domain/profiles/keep-button.tsx";
import { placeOf } from "#app/domain/profiles/describe-profile.ts";
import type { ProfileView } from "#app/domain/profiles/register-words.ts";
import { CONCERNS, LANGUAGES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { Chip } from "#app/ui/chip.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatDay, joinWords } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

const languageNames = new Map<string, string>(Object.entries(LANGUAGES));

/** Who, where, and the six criteria at a glance. */
export function ProfileHeader({ profile }: { profile: ProfileView }) {
  const isUnclaimed = profile.status === "unclaimed";
  const [latest] = profile.inspections;
  const where = [profile.premises[0]?.name, placeOf(profile)].filter((part) => part && part !== profile.name);
  return (
    <header className="profile-header stack">
      <div className="stack stack-tight">
        <div className="row">
          <h1>{profile.name}</h1>
          {profile.pronouns === null ? null : <span className="muted">{profile.pronouns}</span>}
          {profile.isSample ? <Chip tone="amber">Sample</Chip> : null}
          {isUnclaimed ? <Chip>Unclaimed listing</Chip> : null}
        </div>
        <p className="lead">{where.length > 0 ? where.join(" · ") : "Place: none provided"}</p>
        <KeepButtons slug={profile.slug} name={profile.name} />
      </div>
      {isUnclaimed ? <UnclaimedNotice profile={profile} /> : null}
      {latest && latest.outcome !== "pass" ? (
        <Notice tone="amber">
          {`Latest inspection, ${formatDay(latest.inspectedOn)}: ${INSPECTION_OUTCOMES[latest.outcome].toLowerCase()}. `}
          <a href="#sterile">See what was found</a>
        </Notice>
      ) : null}
      <CriteriaStrip
        states={profile.states}
        size="profile"
        sectionHref={isUnclaimed ? undefined : (criterion) => `#${criterion}`}
      />
      <Disclosure summary="What the dots mean">
        <CriteriaLegend />
      </Disclosure>
      {isUnclaimed ? null : <About profile={profile} />}
    </header>
  );
}

function UnclaimedNotice({ profile: { listing, registers, isClaimed } }: { profile: ProfileView }) {
  const register = registers.find(({ source }) => source === listing?.source);
  return (
    <Notice tone="amber">
      <p>
        {listing === null
          ? "This listing has not been claimed by a technician."
          : `Listed from ${register?.isList ? "a list" : "a public register"} (${register?.title ?? listing.source}, as of ${formatDay(listing.snapshotOn)})${isClaimed ? "" : ", not claimed"}. The place may or may not offer SMP.`}
      </p>
      <p>Only what the source says is shown here. Nothing else is known, for or against.</p>
    </Notice>
  );
}

function About({ profile }: { profile: ProfileView }) {
  const languages = profile.languages.map((code) => languageNames.get(code) ?? code);
  const facts: [label: string, value: string][] = [
    ["Treatments", profile.treatments.map((treatment) => TREATMENTS[treatment]).join(" · ")],
    ["Works with", profile.concerns.map((concern) => CONCERNS[concern]).join(" · ")],
    ["Skin types", profile.skinTypes.length > 0 ? `Fitzpatrick ${joinWords(profile.skinTypes.map(String))}` : ""],
    ["Languages", joinWords(languages)],
    ["Enquiries", profile.said.response],
    [
      "Last confirmed",
      profile.lastConfirmedOn === null
        ? ""
        : `${formatDay(profile.lastConfirmedOn)}, by the technician${profile.isConfirmationOld ? ": more than 6 months ago" : ""}`,
    ],
  ];
  return (
    <div className="about">
      {profile.bio === "" ? null : <p className="words prose">{profile.bio}</p>}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value === "" ? "None provided" : value}</dd>
          </div>
        ))}
        <div>
          <dt>Website</dt>
          <dd>
            {profile.websiteUrl === null ? (
              "None provided"
            ) : (
              <a href={profile.websiteUrl} rel="nofollow ugc noopener">
                {new URL(profile.websiteUrl).host}
              </a>
            )}
          </dd>
        </div>
      </dl>
      {profile.treatmentWords.length === 0 ? null : (
        <dl className="answers treatment-words" aria-label="Treatments in the technician’s own words">
          {profile.treatmentWords.map(({ treatment, words }) => (
            <div key={treatment}>
              <dt>{TREATMENTS[treatment]}</dt>
              <dd className="words">{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
