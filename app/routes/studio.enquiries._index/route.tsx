import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ENQUIRY_STATUSES } from "#app/domain/enquiries/enquiry.ts";
import enquiries from "#app/domain/enquiries/enquiries.css?url";
import { listEnquiries } from "#app/domain/enquiries/list-enquiries.server.ts";
import studio from "#app/domain/technicians/studio.css?url";
import { askedPage } from "#app/platform/paging.ts";
import { requireTechnician } from "#app/platform/require-viewer.server.ts";
import { InboxScreen } from "#app/routes/studio.enquiries._index/inbox-screen.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studio },
  { rel: "stylesheet", href: enquiries },
];

export const meta: MetaFunction = () => [{ title: "Enquiries | Hairline" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const { searchParams } = new URL(request.url);
  const state = searchParams.get("state");
  const status = ENQUIRY_STATUSES.find((each) => each === state) ?? null;
  return { ...(await listEnquiries(viewer, { status, page: askedPage(searchParams) }, new Date())), status };
}

export default function EnquiriesRoute() {
  return <InboxScreen {...useLoaderData<typeof loader>()} />;
}
