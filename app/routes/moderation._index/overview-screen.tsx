import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import { NextItemForm } from "#app/domain/moderation/next-item-form.tsx";
import type { Waiting } from "#app/domain/moderation/queue.ts";
import { DECISION_TARGET_DAYS, NEVER_A_REASON } from "#app/domain/reviews/review-rules.ts";
import { plural } from "#app/ui/format.ts";

const QUEUES = {
  review: { label: "Reviews", href: "/moderation/reviews?kind=review" },
  follow_up: { label: "Follow-ups", href: "/moderation/reviews?kind=follow_up" },
  reply: { label: "Replies", href: "/moderation/reviews?kind=reply" },
  evidence: { label: "Evidence", href: "/moderation/evidence" },
  portfolio_case: { label: "Portfolio cases", href: "/moderation/portfolio" },
  listing_claim: { label: "Claims on listings", href: "/moderation/claims" },
  appeal: { label: "Appeals", href: "/moderation/appeals" },
  report: { label: "Reports", href: "/moderation/reports" },
  inspection: { label: "Worse inspections", href: "/moderation/inspections" },
} as const;

type Queue = { queue: keyof typeof QUEUES; count: number; overCount: number; oldest: Waiting | null };

/** What waits for moderators, and how long. */
export function OverviewScreen({ queues }: { queues: readonly Queue[] }) {
  return (
    <div className="page stack stack-wide moderation">
      <ModerationNav current="overview" />
      <div className="row row-apart">
        <h1>Moderation</h1>
        <NextItemForm />
      </div>
      <p>
        {`The target is a decision within ${plural(DECISION_TARGET_DAYS, "working day")}. What has waited longest is next, whatever it says and whoever it is about.`}
      </p>
      <ul className="plain-list queue-figures">
        {queues.map(({ queue, count, overCount, oldest }) => (
          <li key={queue} className="card">
            <a href={QUEUES[queue].href}>{QUEUES[queue].label}</a>
            <strong>{count}</strong>
            <span className="small">
              {oldest === null ? "Nothing waits." : `The oldest has waited for ${oldest.waited}.`}
            </span>
            {count === 0 ? null : (
              <span className={overCount === 0 ? "small muted" : "chip chip-amber"}>
                {overCount === 0 ? "None over the target" : `${overCount} over the target`}
              </span>
            )}
          </li>
        ))}
      </ul>
      <section className="stack stack-tight prose">
        <h2>Never a reason to refuse anything</h2>
        <ul>
          {NEVER_A_REASON.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>
          <a href="/policies/reviews#reasons">All reasons, as everybody can read them</a>
        </p>
      </section>
    </div>
  );
}
