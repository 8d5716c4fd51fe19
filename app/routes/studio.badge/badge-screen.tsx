import { BADGE_SIZES, BADGE_THEMES, badgeAlt, badgePath } from "#app/domain/profiles/badge.ts";
import type { BadgeLook, BadgeSize, BadgeTheme } from "#app/domain/profiles/badge.ts";
import type { OwnBadge } from "#app/domain/profiles/find-badge.server.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { Button } from "#app/ui/button.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { SelectField, TextAreaField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";

const SIZES = Object.keys(BADGE_SIZES) as BadgeSize[];
const THEMES = Object.keys(BADGE_THEMES) as BadgeTheme[];

/** The badge in both lights, and the lines that put it on another site. */
export function BadgeScreen({ slug, name, isPublic, look, snippet }: OwnBadge & { look: BadgeLook; snippet: string }) {
  return (
    <StudioFrame
      current="badge"
      title="Your badge"
      lead="A picture for your own site that says what is checked about you, and leads to your profile."
    >
      <section className="stack" aria-labelledby="shows">
        <h2 id="shows">What it shows</h2>
        <p>
          The state of each of the six criteria, as your profile has it at the moment somebody looks, with the day. When
          a paper runs out or a new one is verified, the picture changes by itself within seconds, on every site. It is
          no score and no prize: it can’t be bought, and it never says more than your profile.
        </p>
        {isPublic ? null : (
          <Notice>
            Your profile is not public yet, so the picture says “Not on Hairline” until you{" "}
            <a href="/studio/publish">publish it</a>.
          </Notice>
        )}
        <div className="badge-previews">
          {(["light", "dark"] as const).map((theme) => (
            <figure key={theme} className={`badge-preview badge-on-${theme}`}>
              <img
                src={badgePath(slug, { size: look.size, theme: look.theme === "auto" ? theme : look.theme })}
                width={BADGE_SIZES[look.size].width}
                height={BADGE_SIZES[look.size].height}
                alt={badgeAlt(name)}
              />
              <figcaption>{`On a ${theme} page`}</figcaption>
            </figure>
          ))}
        </div>
      </section>
      <section className="stack" aria-labelledby="code">
        <h2 id="code">Put it on your site</h2>
        <form method="get" className="row badge-look">
          <SelectField id="size" name="size" label="Size" defaultValue={look.size}>
            {SIZES.map((size) => (
              <option key={size} value={size}>
                {BADGE_SIZES[size].label}
              </option>
            ))}
          </SelectField>
          <SelectField id="theme" name="theme" label="Colours" defaultValue={look.theme}>
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {BADGE_THEMES[theme]}
              </option>
            ))}
          </SelectField>
          <Button look="quiet">Show</Button>
        </form>
        <TextAreaField
          id="snippet"
          label="Code to copy"
          hint="HTML for your own page. It sets no cookie and tells us nothing about your readers."
          value={snippet}
          rows={6}
          spellCheck={false}
          readOnly
        />
        <CopyButton fieldId="snippet" label="Copy the code" />
        {isPublic ? (
          <p>
            It leads to <a href={technicianPath(slug)}>your profile</a>. Please leave the link in: whoever sees a claim
            should be able to check it.
          </p>
        ) : null}
      </section>
    </StudioFrame>
  );
}
