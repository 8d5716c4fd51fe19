import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChangeList } from "#app/domain/profiles/edit/change-list.tsx";
import { findOwnHistory } from "#app/domain/profiles/edit/list-revisions.server.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { askedPage } from "#app/platform/paging.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: studioStyles }];

export const meta: MetaFunction = () => [
  { title: "What changed in your profile | Hairline" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const history = await findOwnHistory(viewer, askedPage(new URL(request.url).searchParams));
  if (history === null) throw notFound();
  return { history };
}

export default function ProfileHistoryRoute() {
  const { history } = useLoaderData<typeof loader>();
  return (
    <StudioFrame
      current="profile"
      title="What changed in your profile"
      lead="You and moderators see this; nobody else does. Saves within ten minutes are one change."
    >
      <p>
        <a href="/studio/profile">Back to your profile</a>
      </p>
      <ChangeList history={history} path="/studio/profile/history" />
    </StudioFrame>
  );
}
