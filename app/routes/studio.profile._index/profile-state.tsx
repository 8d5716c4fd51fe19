import type { OwnProfile } from "#app/domain/profiles/edit/find-own-profile.server.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { Button } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";

const STATES: Record<OwnProfile["status"], { label: string; words: string }> = {
  draft: { label: "Draft", words: "Only you see it. Publish it when it says enough." },
  published: { label: "Published", words: "Everybody can read it. Changes show at once." },
  unclaimed: {
    label: "Claimed, not published",
    words: "Readers still see the listing as the register has it, until you publish your own profile.",
  },
  suspended: { label: "Suspended", words: "Readers don’t see it at the moment." },
};

/** Whether readers see it, and the ways to look at it. */
export function ProfileState({ profile: { status, slug } }: { profile: OwnProfile }) {
  const { label, words } = STATES[status];
  return (
    <section className="card stack stack-tight" aria-label="State of your profile">
      <div className="row">
        <Chip tone={status === "published" ? "checked" : "amber"}>{label}</Chip>
        <span>{words}</span>
      </div>
      <ul className="row plain-list">
        <li>
          <a href="/studio/profile/preview">Preview as a client sees it</a>
        </li>
        {status === "published" ? (
          <li>
            <a href={technicianPath(slug)}>Public profile</a>
          </li>
        ) : null}
        <li>
          <a href="/studio/profile/history">What changed</a>
        </li>
        <li>
          <a href="/studio/publish">{status === "published" ? "Take it off the site" : "What publishing needs"}</a>
        </li>
      </ul>
      {status === "draft" || status === "unclaimed" ? (
        // Where something is missing yet, the page that answers says what.
        <form method="post" action="/studio/publish">
          <Button name="intent" value="publish">
            Publish profile
          </Button>
        </form>
      ) : null}
    </section>
  );
}
