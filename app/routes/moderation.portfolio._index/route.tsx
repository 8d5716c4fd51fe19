import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openNextCase } from "#app/domain/moderation/decide-case.server.ts";
import { DoneNotice } from "#app/domain/moderation/done-notice.tsx";
import { findOwnDecision } from "#app/domain/moderation/find-own-decision.server.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { listHandedIn } from "#app/domain/moderation/list-handed-in.server.ts";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import styles from "#app/domain/moderation/moderation.css?url";
import { QueueList } from "#app/domain/moderation/queue-list.tsx";
import { Shortcuts } from "#app/domain/moderation/shortcuts.tsx";
import { askedPage } from "#app/platform/paging.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { requireModerator } from "#app/platform/require-viewer.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

export const meta: MetaFunction = () => [
  { title: "Portfolio cases to check | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const asked = { kind: "portfolio_case" as const, page: askedPage(searchParams) };
  const [queue, done] = await Promise.all([
    listHandedIn(viewer, asked, new Date()),
    findOwnDecision(viewer, searchParams.get("done")),
  ]);
  return { queue, done, isEmpty: searchParams.has("empty") };
}

/** "Next case": takes what has waited longest and leads there. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  if (form.value.get("intent") !== "next") throw data(null, { status: 400 });
  const next = await openNextCase(viewer, new Date());
  return redirect(next === null ? "/moderation/portfolio?empty=" : handedInPath("portfolio_case", next), 303);
}

export default function PortfolioQueueRoute() {
  const { queue, done, isEmpty } = useLoaderData<typeof loader>();
  return (
    <div className="page stack moderation">
      <ModerationNav current="portfolio" />
      <DoneNotice done={done} />
      {isEmpty ? (
        <Notice isNews>Nothing is left to open: the queue is empty, or others have the rest open.</Notice>
      ) : null}
      <div className="row row-apart">
        <h1>Portfolio cases</h1>
        <form method="post">
          <Button name="intent" value="next" aria-keyshortcuts="n">
            Next case
          </Button>
        </form>
      </div>
      <QueueList rows={queue.rows} label="Portfolio cases" hasSignals={false} isBlind={false} />
      <Pagination
        current={queue.page}
        count={queue.pageCount}
        hrefOf={(page) => `/moderation/portfolio?page=${page}`}
      />
      <Shortcuts shortcuts={[{ key: "n", label: "Next case" }]} />
    </div>
  );
}
