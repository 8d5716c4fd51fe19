import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MAX_PHOTO_BYTES } from "#app/domain/media/photo.ts";
import { MOST_CASE_PHOTOS } from "#app/domain/portfolio/case-bounds.ts";
import { findOwnCase } from "#app/domain/portfolio/find-own-case.server.ts";
import portfolioStyles from "#app/domain/portfolio/portfolio.css?url";
import styles from "#app/domain/technicians/studio.css?url";
import { readUpload } from "#app/platform/read-upload.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { actOnCase } from "#app/routes/studio.portfolio.$id._index/act-on-case.server.ts";
import { CaseScreen } from "#app/routes/studio.portfolio.$id._index/case-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "A case of your portfolio | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: portfolioStyles },
];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const portfolioCase = await findOwnCase(viewer, params["id"] ?? "", new Date());
  if (!portfolioCase) throw notFound();
  return { portfolioCase, done: new URL(request.url).searchParams.get("done") };
}

const LIMITS = {
  maxFiles: MOST_CASE_PHOTOS,
  maxFileBytes: MAX_PHOTO_BYTES,
  maxTotalBytes: 4 * MAX_PHOTO_BYTES,
  fileFields: ["photos"],
};

export async function action({ params, request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const { id = "" } = params;
  // Before any file is read: it has to be the viewer's own case.
  const now = new Date();
  if (!isRowId(id) || !(await findOwnCase(viewer, id, now))) throw notFound();
  const upload = await readUpload(request, LIMITS);
  if (!upload.ok) throw data(null, { status: upload.reason });
  return actOnCase(viewer, id, upload.value, now);
}

export default function OwnCaseRoute() {
  const { portfolioCase, done } = useLoaderData<typeof loader>();
  return <CaseScreen portfolioCase={portfolioCase} done={done} answered={useActionData<typeof action>() ?? null} />;
}
