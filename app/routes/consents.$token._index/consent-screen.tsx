import { CASE_CONSENT_WORDS } from "#app/domain/portfolio/consent-words.ts";
import type { ConsentPage, ConsentPageState } from "#app/domain/portfolio/find-consent-page.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/field.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = { page: ConsentPage; token: string; problem: string | null };

/** What the person in the pictures is asked, and where their answer stands. */
export function ConsentScreen({ page, token, problem }: Props) {
  const { state, technicianName, photos, facts, until, isPublished } = page;
  return (
    <div className="page page-narrow stack stack-wide">
      <header className="stack">
        <h1>{TITLES[state]}</h1>
        <p>{meaningOf(page)}</p>
      </header>
      {problem === null ? null : (
        <Notice tone="red" isNews>
          {problem}
        </Notice>
      )}
      {state === "given" ? (
        <Notice>
          {isPublished
            ? "The pictures are public now."
            : "The pictures are not public now: a moderator looks at them first, or they are being changed."}
        </Notice>
      ) : null}
      {photos.length === 0 ? null : (
        <ul className="plain-list consent-pictures">
          {photos.map(({ id, width, height, words }, index) => (
            <li key={id}>
              <figure className="stack stack-tight">
                <img
                  src={`/consents/${token}/${id}`}
                  width={width}
                  height={height}
                  alt={`Picture ${index + 1} of you`}
                  decoding="async"
                />
                <figcaption>{words}</figcaption>
              </figure>
            </li>
          ))}
        </ul>
      )}
      {facts.length === 0 ? null : (
        <section className="stack stack-tight" aria-labelledby="beside">
          <h2 id="beside">What stands beside them</h2>
          <dl className="facts">
            {facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="small muted">Never your name or your address.</p>
        </section>
      )}
      {state === "asked" && photos.length > 0 ? (
        <form method="post" className="card stack">
          <h2>Your answer</h2>
          {photos.map(({ id }) => (
            <input key={id} type="hidden" name="photoId" value={id} />
          ))}
          <p>
            {`Until ${formatDay(until)}. Say no if you are not sure: ${technicianName} learns only that consent was not given.`}
          </p>
          <Choice type="checkbox" name="agrees" value="yes" label={CASE_CONSENT_WORDS} />
          <div className="row">
            <Button name="intent" value="yes">
              Yes, these pictures may be shown
            </Button>
            <Button look="quiet" name="intent" value="no">
              No
            </Button>
          </div>
          <p className="small muted">
            You can take back a yes at any time by this same link. The pictures are then deleted at once.
          </p>
        </form>
      ) : null}
      {state === "given" ? (
        <Disclosure summary="I have changed my mind">
          <form method="post" className="stack stack-tight">
            <p>
              The pictures go from the profile, from search and from their own addresses at once, and are deleted. That
              can’t be undone. You need no reason.
            </p>
            <div>
              <Button look="red" name="intent" value="take_back">
                Take back my consent
              </Button>
            </div>
          </form>
        </Disclosure>
      ) : null}
      <p className="small">
        <a href="/privacy">How Hairline treats what it knows about people</a>
      </p>
    </div>
  );
}

const TITLES: Record<ConsentPageState, string> = {
  asked: "May these pictures of you be shown?",
  given: "You said yes",
  not_given: "You said no",
  expired: "The time to answer is over",
  taken_back: "You took back your consent",
  gone: "These pictures are gone",
};

function meaningOf({ state, technicianName, photos }: ConsentPage): string {
  switch (state) {
    case "asked":
      return photos.length > 0
        ? `${technicianName} would like to show them in public on Hairline, a directory of technicians. Nobody sees them there unless you say yes.`
        : `${technicianName} is changing the pictures. Open this link again later.`;
    case "given":
      return `${technicianName} may show these pictures in public on Hairline.`;
    case "not_given":
      return `The pictures are not shown. If you change your mind, ask ${technicianName} for a new link.`;
    case "expired":
      return `Without an answer the pictures are not shown. If you want them to be, ask ${technicianName} for a new link.`;
    case "taken_back":
      return "The pictures are deleted and shown nowhere on Hairline. Nothing is left for you to do.";
    case "gone":
      return "The technician withdrew them. They are deleted and shown nowhere on Hairline.";
  }
}
