import { CLAIM_STATUS_WORDS, VERIFY_FIRST } from "#app/domain/technicians/claim-words.ts";
import type { OwnClaimLine } from "#app/domain/technicians/find-own-claims.server.ts";
import { FindListing } from "#app/routes/studio.start/find-listing.tsx";
import type { FindView } from "#app/routes/studio.start/find-listing.tsx";
import { NewProfileForm } from "#app/routes/studio.start/new-profile-form.tsx";
import type { StartReply } from "#app/routes/studio.start/start-reply.ts";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type StartView = FindView & { isVerified: boolean; claims: OwnClaimLine[] };

/** Two ways to a profile: the listing that is there already, or a new one. */
export function StartScreen({ view, reply }: { view: StartView; reply: StartReply | null }) {
  const { isVerified, claims } = view;
  return (
    <div className="page-narrow stack stack-wide claims">
      <header className="stack">
        <h1>Create or claim your profile</h1>
        <p className="lead">
          For technicians who do scalp micropigmentation. A profile is free, and nobody can pay for a better place.
        </p>
        {isVerified ? null : (
          <Notice tone="amber">
            <p>{VERIFY_FIRST}</p>
            <p>
              <a href="/account#address">Go to your account</a>
            </p>
          </Notice>
        )}
      </header>
      {claims.length === 0 ? null : <OwnClaims claims={claims} />}
      <FindListing view={view} />
      <NewProfileForm reply={reply} hasOpenClaim={claims.some(({ status }) => status.startsWith("awaiting_"))} />
    </div>
  );
}

function OwnClaims({ claims }: { claims: readonly OwnClaimLine[] }) {
  return (
    <section className="stack" aria-labelledby="claims">
      <h2 id="claims">Your claims</h2>
      <ul className="plain-list claims-found">
        {claims.map(({ id, name, status, madeOn }) => (
          <li key={id}>
            <span>
              <a href={`/studio/claims/${id}`}>{name}</a>
              <span className="muted small">{` · ${formatDay(madeOn)}`}</span>
            </span>
            <span className={status === "granted" ? "chip chip-checked" : "chip"}>{CLAIM_STATUS_WORDS[status]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
