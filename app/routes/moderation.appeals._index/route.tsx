import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DoneNotice } from "#app/domain/moderation/done-notice.tsx";
import { listAppeals } from "#app/domain/moderation/find-appeals.server.ts";
import { findOwnDecision } from "#app/domain/moderation/find-own-decision.server.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import { QueueList } from "#app/domain/moderation/queue-list.tsx";
import { askedPage } from "#app/platform/paging.ts";
import { requireModerator } from "#app/platform/require-viewer.server.ts";
import { Pagination } from "#app/ui/pagination.tsx";

export const meta: MetaFunction = () => [{ title: "Appeals | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const page = askedPage(searchParams);
  const [appeals, done] = await Promise.all([
    listAppeals(viewer, page, new Date()),
    findOwnDecision(viewer, searchParams.get("done")),
  ]);
  return { appeals, done };
}

export default function AppealsRoute() {
  const { appeals, done } = useLoaderData<typeof loader>();
  return (
    <div className="page stack moderation">
      <ModerationNav current="appeals" />
      <DoneNotice done={done} />
      <h1>Appeals</h1>
      <p>An author says that a refusal or removal was wrong. Another moderator than the first decides, for good.</p>
      <QueueList rows={appeals.rows} label="Appeals" hasSignals={false} />
      <Pagination
        current={appeals.page}
        count={appeals.pageCount}
        hrefOf={(page) => `/moderation/appeals?page=${page}`}
      />
    </div>
  );
}
