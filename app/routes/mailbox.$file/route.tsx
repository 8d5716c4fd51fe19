import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { findMailboxMail, isMailboxShown } from "#app/platform/read-mailbox.server.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.mail.subject ?? "Mail not found"} | Hairline` },
  { name: "robots", content: "noindex" },
];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ params }: LoaderFunctionArgs) {
  const mail = isMailboxShown() ? await findMailboxMail(params["file"] ?? "") : null;
  if (mail === null) throw notFound();
  return { mail };
}

export default function MailRoute() {
  const { subject, headers: lines, text } = useLoaderData<typeof loader>().mail;
  return (
    <article className="page page-narrow stack">
      <p>
        <a href="/mailbox">All mails</a>
      </p>
      <h1>{subject}</h1>
      <div className="card words">
        <WithLinks text={text} />
      </div>
      <details className="disclosure">
        <summary>Headers</summary>
        <dl className="facts">
          {lines.map(({ name, value }, index) => (
            <div key={`${index} ${name}`}>
              <dt>{name}</dt>
              <dd className="words">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </article>
  );
}

/** The text with its addresses as links; splitting by a group keeps the addresses, at odd places. */
function WithLinks({ text }: { text: string }) {
  return text
    .trim()
    .split(/(https?:\/\/\S+)/)
    .map((part, index) =>
      index % 2 === 1 ? (
        <a key={index} href={part}>
          {part}
        </a>
      ) : (
        <Fragment key={index}>{part}</Fragment>
      ),
    );
}
