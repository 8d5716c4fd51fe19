import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChangeList } from "#app/domain/profiles/edit/change-list.tsx";
import { findHistoryBySlug } from "#app/domain/profiles/edit/list-revisions.server.ts";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { askedPage } from "#app/platform/paging.ts";
import { notFound, requireModerator } from "#app/platform/require-viewer.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: studioStyles }];

export const meta: MetaFunction = () => [
  { title: "What changed in a profile | Hairline" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireModerator(request);
  const slug = (params["slug"] ?? "").toLowerCase();
  const history = await findHistoryBySlug(slug, askedPage(new URL(request.url).searchParams));
  if (history === null) throw notFound();
  return { history };
}

export default function ModerationProfileRoute() {
  const { history } = useLoaderData<typeof loader>();
  return (
    <div className="page-narrow stack stack-wide">
      <header className="stack stack-tight">
        <p>
          <a href="/moderation/members">Members</a>
        </p>
        <h1>{`What changed: ${history.name}`}</h1>
        <p>
          <a href={technicianPath(history.slug)}>The profile as readers see it</a>
        </p>
      </header>
      <ChangeList history={history} path={`/moderation/profiles/${history.slug}`} />
    </div>
  );
}
