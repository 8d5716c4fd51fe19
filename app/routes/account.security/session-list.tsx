import { Button } from "#app/ui/button.tsx";
import { formatDay } from "#app/ui/format.ts";

export type ShownSession = {
  handle: string;
  device: string | null;
  isThis: boolean;
  startedAt: string;
  lastUsedAt: string;
  hasSecondFactor: boolean;
};

/** Where somebody is signed in, and how to end it. */
export function SessionList({ sessions }: { sessions: ShownSession[] }) {
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <p className="muted">If you don’t know one of these, sign it out and change your password.</p>
      <ul className="account-rows">
        {sessions.map((session) => (
          <li key={session.handle}>
            <div>
              <p>
                <strong>{session.device ?? "Unknown device"}</strong>
                {session.isThis ? " · this one" : ""}
                {session.hasSecondFactor ? " · with code" : ""}
              </p>
              <p className="muted small">
                {`Since ${formatDay(session.startedAt)}, last used `}
                <time dateTime={session.lastUsedAt}>{aboutWhen(session.lastUsedAt)}</time>
              </p>
            </div>
            {session.isThis ? null : (
              <form method="post">
                <input type="hidden" name="session" value={session.handle} />
                <Button
                  look="quiet"
                  name="intent"
                  value="end"
                  aria-label={`Sign out ${session.device ?? "unknown device"}`}
                >
                  Sign out
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post">
          <Button look="quiet" name="intent" value="end-others">
            Sign out everywhere else
          </Button>
        </form>
      ) : null}
    </section>
  );
}

/** "22 November 2026, about 14:00 UTC": uses within an hour are not told apart. */
function aboutWhen(moment: string): string {
  return `${formatDay(moment)}, about ${moment.slice(11, 13)}:00 UTC`;
}
