import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countPublicFigures } from "#app/domain/moderation/count-public-figures.server.ts";
import type { PublicFigures } from "#app/domain/moderation/public-figures.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import { Appeals, ByReason, Others, Removals, Reports, Waiting } from "#app/routes/transparency/other-figures.tsx";
import { ByMonth, ByStars } from "#app/routes/transparency/review-figures.tsx";
import styles from "#app/routes/transparency/transparency.css?url";
import chartStyles from "#app/ui/chart.css?url";
import { formatDay, formatNumber, plural } from "#app/ui/format.ts";
import { LongRead } from "#app/ui/long-read.tsx";
import type { LongReadPart } from "#app/ui/long-read.tsx";
import { originOf, pageMeta } from "#app/ui/page-meta.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: chartStyles },
  { rel: "stylesheet", href: styles },
];

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(originOf(matches), {
    title: "How we moderate, in figures | Hairline",
    description:
      "How many reviews Hairline published, sent back, refused and removed, for which reasons and how fast, by number of stars, with appeals, reports and what waits now.",
    path: "/transparency",
  });

const MINUTE_MS = 60_000;

export async function loader() {
  // As of the minute: within it, the page stays the same and is answered with a 304.
  const now = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
  return { figures: await countPublicFigures(now), reasonLabels: REVIEW_REASONS };
}

export default function TransparencyRoute() {
  const { figures, reasonLabels } = useLoaderData<typeof loader>();
  const parts: LongReadPart[] = [
    { id: "stars", title: "By number of stars", content: <ByStars {...figures} /> },
    { id: "months", title: "By month", content: <ByMonth {...figures} /> },
    { id: "reasons", title: "By reason", content: <ByReason {...figures} reasonLabels={reasonLabels} /> },
    { id: "removals", title: "Removals", content: <Removals {...figures} /> },
    { id: "appeals", title: "Appeals", content: <Appeals {...figures} /> },
    { id: "reports", title: "Reports", content: <Reports {...figures} /> },
    { id: "others", title: "Everything else", content: <Others {...figures} /> },
    { id: "waiting", title: "What waits now", content: <Waiting {...figures} /> },
    { id: "counted", title: "How this is counted", content: <Counted {...figures} /> },
  ];
  return (
    <LongRead
      title="How we moderate, in figures"
      lead={`Counted from our own records since ${formatDay(figures.since)}, each time this page is opened. Rules alone prove nothing; these figures show what was done with them.`}
      parts={parts}
    />
  );
}

function Counted({ since, countedAt, all, sampleCount }: PublicFigures) {
  const time = countedAt.slice(11, 16);
  const first = all.published + all.changesRequested + all.rejected;
  return (
    <>
      {sampleCount > 0 ? (
        <p>
          <strong>{`${plural(sampleCount, "decision")} on reviews counted here ${sampleCount === 1 ? "is" : "are"} sample data: invented, to try Hairline out.`}</strong>
        </p>
      ) : null}
      <ul>
        <li>{`Time: from ${formatDay(since)} to ${formatDay(countedAt)}, ${time} UTC. “Now” is that moment.`}</li>
        <li>{`A first decision (${formatNumber(first)} in this time) is one on a review that waited to be published.`}</li>
        <li>
          A person makes each decision.{" "}
          <a href="/policies/reviews#signals">Software points out what deserves a second look</a>, in words; it decides
          nothing.
        </li>
        <li>The figures are counted without looking at who wrote, reported or decided anything.</li>
        <li>
          {"What the rules are: "}
          <a href="/policies/reviews">how reviews work</a>.
        </li>
      </ul>
    </>
  );
}
