import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listReports } from "#app/domain/moderation/list-reports.server.ts";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import styles from "#app/domain/moderation/moderation.css?url";
import { QueueList } from "#app/domain/moderation/queue-list.tsx";
import { askedPage } from "#app/platform/paging.ts";
import { requireModerator } from "#app/platform/require-viewer.server.ts";
import { plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

export const meta: MetaFunction = () => [
  { title: "Reports to decide | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const page = askedPage(searchParams);
  const done = searchParams.get("done");
  const isDone = done === "upheld" || done === "dismissed";
  return { reports: await listReports(viewer, page, new Date()), done: isDone ? done : null };
}

export default function ReportsRoute() {
  const { reports, done } = useLoaderData<typeof loader>();
  return (
    <div className="page stack moderation">
      <ModerationNav current="reports" />
      {done === null ? null : (
        <Notice isNews>
          {done === "upheld"
            ? "You upheld the report before this. The review was removed, and its author and the reporter are told."
            : "You dismissed the report before this. The review stays, and the reporter is told."}
        </Notice>
      )}
      <h1>Reports</h1>
      <p>{`${plural(reports.total, "report")} to decide. A reported review stays visible until then, except for harm.`}</p>
      <QueueList rows={reports.rows} label="Reports" />
      <Pagination
        current={reports.page}
        count={reports.pageCount}
        hrefOf={(page) => `/moderation/reports?page=${page}`}
      />
    </div>
  );
}
