import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerPlace } from "#app/domain/profiles/edit/answer-place.server.ts";
import { findOwnPlace } from "#app/domain/profiles/edit/find-own-places.server.ts";
import { LISTED_UNTIL_PUBLISHED } from "#app/domain/profiles/edit/listed.ts";
import { PlaceForm } from "#app/domain/profiles/edit/place-form.tsx";
import placeStyles from "#app/domain/profiles/edit/place-form.css?url";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { RemovePlace } from "#app/routes/studio.profile.places.$placeId/remove-place.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studioStyles },
  { rel: "stylesheet", href: placeStyles },
];

export const meta: MetaFunction = () => [
  { title: "One of your places | Hairline" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const id = params["placeId"] ?? "";
  const place = isRowId(id) ? await findOwnPlace(viewer, id) : null;
  if (place === null) throw notFound();
  return { place, done: new URL(request.url).searchParams.get("done") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const id = params["placeId"] ?? "";
  if (!isRowId(id) || (await findOwnPlace(viewer, id)) === null) throw notFound();
  return answerPlace(viewer, request, id);
}

export default function PlaceRoute() {
  const { place, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? null;
  return (
    <StudioFrame
      current="profile"
      title={place.values["name"] ?? "Place"}
      lead={<a href="/studio/profile/places">Back to your places</a>}
    >
      {done === "new" && reply === null ? (
        <Notice isNews>The place is added. Now put the pin where the door is, and save.</Notice>
      ) : null}
      {place.isListed ? <Notice>{LISTED_UNTIL_PUBLISHED}</Notice> : null}
      <PlaceForm place={place} reply={reply} />
      {place.isListed ? null : <RemovePlace place={place} error={reply?.errors["sure"]} />}
    </StudioFrame>
  );
}
