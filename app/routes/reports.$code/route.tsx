import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findReceipt } from "#app/domain/moderation/find-receipt.server.ts";
import styles from "#app/domain/moderation/report.css?url";
import { notFound } from "#app/platform/require-viewer.server.ts";
import { ReceiptScreen } from "#app/routes/reports.$code/receipt-screen.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction = () => [
  { title: "Your report | Hairline" },
  { name: "robots", content: "noindex" },
  // The address is the key: it must not travel to another site.
  { name: "referrer", content: "no-referrer" },
];

/** Whoever has the code may look: it was given to the sender alone. */
export async function loader({ params }: LoaderFunctionArgs) {
  const receipt = await findReceipt(params["code"] ?? "");
  if (receipt === null) throw notFound();
  const { createdAt, closedAt, notice, ...rest } = receipt;
  return {
    ...rest,
    sentOn: day(createdAt),
    closedOn: closedAt && day(closedAt),
    notice: notice && {
      forwardBy: day(notice.forwardBy),
      forwardedOn: notice.forwardedAt && day(notice.forwardedAt),
      // The end of the day before this midnight.
      answerBy: notice.answerBy && day(new Date(notice.answerBy.getTime() - 1)),
      answer: notice.answer,
      answeredOn: notice.answeredAt && day(notice.answeredAt),
      actBy: notice.actBy && day(notice.actBy),
      authorContact: notice.authorContact,
    },
  };
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

export default function ReceiptRoute() {
  return <ReceiptScreen {...useLoaderData<typeof loader>()} />;
}
