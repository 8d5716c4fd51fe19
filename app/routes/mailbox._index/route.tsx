import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMailboxLines, isMailboxShown } from "#app/platform/read-mailbox.server.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";

export const meta: MetaFunction = () => [{ title: "Mailbox | Hairline" }, { name: "robots", content: "noindex" }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader() {
  if (!isMailboxShown()) throw notFound();
  return { mails: await findMailboxLines() };
}

export default function MailboxRoute() {
  const { mails } = useLoaderData<typeof loader>();
  return (
    <div className="page stack">
      <h1>Mailbox</h1>
      <p className="lead">
        Every mail that this copy of Hairline would have sent, newest first. The page is there during development only.
      </p>
      {mails.length === 0 ? (
        <p>No mail yet.</p>
      ) : (
        <ol className="plain-list stack">
          {mails.map(({ file, to, subject, sentAt }) => (
            <li key={file} className="card stack stack-tight">
              <h2 className="lead">
                <a href={`/mailbox/${file}`}>{subject}</a>
              </h2>
              <p className="small muted">
                {`To ${to} · `}
                <time dateTime={sentAt}>{inWords(sentAt)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "medium", timeZone: "UTC" });

function inWords(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : `${format.format(date)} UTC`;
}
