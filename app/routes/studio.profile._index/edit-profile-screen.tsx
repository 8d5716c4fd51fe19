import type { ReactNode } from "react";
import type { OwnProfile } from "#app/domain/profiles/edit/find-own-profile.server.ts";
import type { SectionReply } from "#app/domain/profiles/edit/save-form.server.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { AboutFields } from "#app/routes/studio.profile._index/about-section.tsx";
import { PracticeFields } from "#app/routes/studio.profile._index/practice-section.tsx";
import { PricesSection } from "#app/routes/studio.profile._index/prices-section.tsx";
import { ProfileState } from "#app/routes/studio.profile._index/profile-state.tsx";
import { SectionForm } from "#app/routes/studio.profile._index/section-form.tsx";
import { ConfirmSection, SlugSection } from "#app/routes/studio.profile._index/slug-section.tsx";
import { TreatmentsFields } from "#app/routes/studio.profile._index/treatments-section.tsx";
import { plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = { profile: OwnProfile; done: string | null; reply: SectionReply | null };

const DONE: Record<string, string> = {
  slug: "Your profile has its new address. The old one leads to it.",
  confirm: "Thank you. Your profile says that you confirmed it today.",
};

/** Everything a profile says, in sections that save by themselves. */
export function EditProfileScreen({ profile, done, reply }: Props) {
  const { sections } = profile;
  const replyOf = (section: string) => (reply?.section === section ? reply : null);
  return (
    <StudioFrame current="profile" title="Your profile" lead="Each part saves by itself. Nothing here is lost.">
      {done === null ? null : <Notice isNews>{DONE[done] ?? "Saved."}</Notice>}
      <ProfileState profile={profile} />
      <Part id="about" title="About you">
        <SectionForm section="about" stored={sections.about} reply={replyOf("about")}>
          {(fields) => <AboutFields fields={fields} isListed={profile.status === "unclaimed"} />}
        </SectionForm>
      </Part>
      <Part id="practice" title="Your practice">
        <SectionForm section="practice" stored={sections.practice} reply={replyOf("practice")}>
          {(fields) => <PracticeFields fields={fields} />}
        </SectionForm>
      </Part>
      <Part id="treatments" title="Treatments, concerns and skin types">
        <SectionForm section="treatments" stored={sections.treatments} reply={replyOf("treatments")}>
          {(fields) => <TreatmentsFields fields={fields} />}
        </SectionForm>
      </Part>
      <Part id="prices" title="Prices">
        <PricesSection profile={profile} reply={replyOf("prices")} />
      </Part>
      <Part id="places" title="Places and opening hours">
        <p>{profile.placeCount === 0 ? "None yet." : `${plural(profile.placeCount, "place")}.`}</p>
        <p>
          <a href="/studio/profile/places">Places, pins, opening hours and guest dates</a>
        </p>
      </Part>
      <Part id="statements" title="Your words on hair loss and on your work">
        <p>
          They are part of the criteria: <a href="/studio/criteria">write them there</a>.
        </p>
      </Part>
      <Part id="slug" title="Address of your profile">
        <SlugSection profile={profile} reply={replyOf("slug")} />
      </Part>
      <Part id="confirm" title="Is everything still right?">
        <ConfirmSection profile={profile} />
      </Part>
    </StudioFrame>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
