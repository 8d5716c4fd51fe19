import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SUSPENSION_GROUNDS } from "#app/domain/moderation/member.ts";
import { APPEAL_MONTHS } from "#app/domain/reviews/appeal.ts";
import { env } from "#app/platform/env.server.ts";
import { termsParts } from "#app/routes/terms/terms-parts.tsx";
import type { TermsView } from "#app/routes/terms/terms-parts.tsx";
import { LongRead } from "#app/ui/long-read.tsx";
import { originOf, pageMeta } from "#app/ui/page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(originOf(matches), {
    title: "Terms | Hairline",
    description:
      "Who may have an account at Hairline, what may be written, what technicians owe their clients, why an account can be suspended, and where to object.",
    path: "/terms",
  });

export function loader(): TermsView {
  return {
    writeTo: env().CONTACT_EMAIL,
    appealMonths: APPEAL_MONTHS,
    suspensionGrounds: Object.values(SUSPENSION_GROUNDS),
  };
}

export default function TermsRoute() {
  return (
    <LongRead
      title="Terms"
      lead="What we expect from everybody here, and what you can expect from us. Whoever makes an account accepts this."
      parts={termsParts(useLoaderData<typeof loader>())}
    />
  );
}
