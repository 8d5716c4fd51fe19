import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { arrangePlace } from "#app/domain/profiles/edit/arrange-places.server.ts";
import { listOwnPlaces } from "#app/domain/profiles/edit/find-own-places.server.ts";
import { LISTED_UNTIL_PUBLISHED } from "#app/domain/profiles/edit/listed.ts";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readFields } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { PlacesScreen } from "#app/routes/studio.profile.places._index/places-screen.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: studioStyles }];

export const meta: MetaFunction = () => [{ title: "Your places | Hairline" }, { name: "robots", content: "noindex" }];

const schema = z.object({ id: z.string().refine(isRowId), act: z.enum(["up", "down"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const view = await listOwnPlaces(viewer);
  if (view === null) throw notFound();
  return { ...view, done: new URL(request.url).searchParams.get("done") };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(schema, form.value);
  if (!fields.ok) throw data(null, { status: 400 });
  const turn = await takeTurn("profile", viewer.userId);
  if (!turn.allowed)
    return data({ error: "That was a lot of changes for one hour. Go on a little later." }, { status: 429 });
  const moved = await arrangePlace(viewer, fields.value, new Date());
  if (moved.ok) return redirect("/studio/profile/places?done=moved", 303);
  if (moved.reason === "not_found") throw notFound();
  return data({ error: LISTED_UNTIL_PUBLISHED }, { status: 409 });
}

export default function PlacesRoute() {
  return <PlacesScreen {...useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error ?? null} />;
}
