import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { movedCaseSchema } from "#app/domain/portfolio/case-schema.ts";
import { listOwnCases } from "#app/domain/portfolio/list-own-cases.server.ts";
import { moveCase } from "#app/domain/portfolio/move-case.server.ts";
import portfolioStyles from "#app/domain/portfolio/portfolio.css?url";
import styles from "#app/domain/technicians/studio.css?url";
import { readFields } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { PortfolioScreen } from "#app/routes/studio.portfolio._index/portfolio-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Your portfolio | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: portfolioStyles },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const isWithdrawn = new URL(request.url).searchParams.get("done") === "withdrawn";
  return { cases: await listOwnCases(viewer, new Date()), isWithdrawn };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(movedCaseSchema, form.value);
  if (!fields.ok) throw data(null, { status: 400 });
  const { caseId, move } = fields.value;
  if (!(await moveCase(viewer, caseId, move))) throw notFound();
  return redirect(`/studio/portfolio#case-${caseId}`, 303);
}

export default function PortfolioRoute() {
  return <PortfolioScreen {...useLoaderData<typeof loader>()} />;
}
