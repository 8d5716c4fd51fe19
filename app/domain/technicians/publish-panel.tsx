import { PUBLISH_MINIMUM } from "#app/domain/technicians/publish-rules.ts";
import type { PublishGap, TechnicianStatus } from "#app/domain/technicians/publish-rules.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/**
 * Whether readers see the profile, what is missing before they can, and the button that changes it: a form of the
 * page's own address with the intents `publish` and `unpublish`.
 */
export function PublishPanel({
  slug,
  status,
  gaps,
}: {
  slug: string;
  status: TechnicianStatus;
  gaps: readonly PublishGap[];
}) {
  return (
    <section className="stack" aria-labelledby="publish">
      <h2 id="publish">{status === "published" ? "Your profile is published" : "Publish your profile"}</h2>
      {status === "suspended" ? (
        <Notice tone="amber">A moderator suspended this profile. It can’t be published at the moment.</Notice>
      ) : status === "published" ? (
        <Published slug={slug} />
      ) : (
        <Unpublished slug={slug} isListed={status === "unclaimed"} gaps={gaps} />
      )}
    </section>
  );
}

function Published({ slug }: { slug: string }) {
  return (
    <>
      <p>
        {"Everybody can find and read it. "}
        <a href={technicianPath(slug)}>See it as clients do</a>
      </p>
      <form method="post">
        <Button look="quiet" name="intent" value="unpublish">
          Take it off the site
        </Button>
      </form>
    </>
  );
}

function Unpublished({ slug, isListed, gaps }: { slug: string; isListed: boolean; gaps: readonly PublishGap[] }) {
  return (
    <>
      <p>
        {isListed ? (
          <>
            {"Readers see what the register says, and nothing of yours yet. "}
            <a href={technicianPath(slug)}>See the listing</a>
          </>
        ) : (
          "Nobody but you sees it yet."
        )}
      </p>
      <p>
        {gaps.length === 0
          ? "Everything that is needed is there. More can be added at any time."
          : "This much is needed before clients can use it. Everything else can come later."}
      </p>
      <ul className="plain-list minimum">
        {(Object.keys(PUBLISH_MINIMUM) as PublishGap[]).map((key) => (
          <MinimumLine key={key} part={key} isMissing={gaps.includes(key)} />
        ))}
      </ul>
      <form method="post">
        <Button name="intent" value="publish">
          Publish profile
        </Button>
      </form>
    </>
  );
}

function MinimumLine({ part, isMissing }: { part: PublishGap; isMissing: boolean }) {
  const { words, href } = PUBLISH_MINIMUM[part];
  return (
    <li>
      {isMissing ? <span className="chip chip-amber">Missing</span> : <span className="chip chip-checked">There</span>}
      {isMissing ? <a href={href}>{words}</a> : <span>{words}</span>}
    </li>
  );
}
