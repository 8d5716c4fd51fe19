import { CriteriaStrip } from "#app/domain/criteria/criteria-strip.tsx";
import type { Day } from "#app/domain/criteria/evidence.ts";
import type { Span } from "#app/domain/insights/figures.ts";
import type { Overview } from "#app/domain/insights/find-overview.server.ts";
import type { NextStep } from "#app/domain/insights/next-steps.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { TECHNICIAN_STATUS_WORDS } from "#app/domain/technicians/publish-rules.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { FiguresSection } from "#app/routes/studio._index/figures-section.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = Overview & { span: Span; today: Day };

/** Where a keeper begins: how the profile stands, what to do next, what became of it. */
export function OverviewScreen({ slug, name, status, states, steps, figures, span, today }: Props) {
  return (
    <StudioFrame current="overview" title="Your studio" lead={name}>
      <section className="stack" aria-labelledby="profile">
        <h2 id="profile">Your profile</h2>
        <ProfileState slug={slug} status={status} />
        <CriteriaStrip states={states} size="profile" sectionHref={() => "/studio/criteria"} />
      </section>
      <NextSteps steps={steps} />
      <FiguresSection figures={figures} span={span} today={today} isPublic={status === "published"} />
    </StudioFrame>
  );
}

function ProfileState({ slug, status }: Pick<Props, "slug" | "status">) {
  if (status === "suspended") {
    return (
      <Notice tone="red">
        Your profile is suspended, so nobody can see it. We wrote to you why, and how to appeal.
      </Notice>
    );
  }
  if (status === "published") {
    return (
      <p>
        <span className="chip chip-checked">Published</span>
        {" Everybody can see it: "}
        <a href={technicianPath(slug)}>open your profile as readers see it</a>.
      </p>
    );
  }
  return (
    <div className="stack stack-tight">
      <p>
        <span className="chip">{TECHNICIAN_STATUS_WORDS[status]}</span>
        {status === "draft"
          ? " Only you can see it."
          : " Readers see what a register or list says about you, and none of your own words yet."}
      </p>
      <p>
        <ButtonLink href="/studio/publish">See what is missing</ButtonLink>
      </p>
    </div>
  );
}

function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  return (
    <section className="stack" aria-labelledby="next">
      <h2 id="next">What to do next</h2>
      {steps.length === 0 ? (
        <p>Nothing. Everything that clients look for is there and current.</p>
      ) : (
        <ol className="next-steps">
          {steps.map(({ key, title, why, href, label }) => (
            <li key={key} className="stack stack-tight">
              <h3>{title}</h3>
              <p>{why}</p>
              <p>
                <a href={href}>{label}</a>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
