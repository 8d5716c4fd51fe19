import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { APPEAL_MONTHS } from "#app/domain/reviews/appeal.ts";
import { documentPurgeAfter } from "#app/domain/reviews/document-retention.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { env } from "#app/platform/env.server.ts";
import { keptParts } from "#app/routes/privacy/kept-parts.tsx";
import type { PrivacyView } from "#app/routes/privacy/privacy-view.ts";
import { rightsParts } from "#app/routes/privacy/rights-parts.tsx";
import { LongRead } from "#app/ui/long-read.tsx";
import { originOf, pageMeta } from "#app/ui/page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(originOf(matches), {
    title: "Privacy | Hairline",
    description:
      "What Hairline keeps about you and why, who sees it, when it goes, which cookies there are, and where in your account you take things back.",
    path: "/privacy",
  });

export function loader(): PrivacyView {
  return {
    writeTo: env().CONTACT_EMAIL,
    appealMonths: APPEAL_MONTHS,
    documentDays: documentPurgeAfter(new Date(0), false).getTime() / DAY_MS,
  };
}

export default function PrivacyRoute() {
  const view = useLoaderData<typeof loader>();
  return (
    <LongRead
      title="Privacy"
      lead="Losing hair is private. We keep what the site needs to work and to keep reviews honest, and this is all of it."
      parts={[...keptParts(view), ...rightsParts(view)]}
    />
  );
}
