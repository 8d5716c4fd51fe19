import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { answerPlace } from "#app/domain/profiles/edit/answer-place.server.ts";
import { PlaceForm } from "#app/domain/profiles/edit/place-form.tsx";
import placeStyles from "#app/domain/profiles/edit/place-form.css?url";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { requireTechnician } from "#app/platform/require-viewer.server.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studioStyles },
  { rel: "stylesheet", href: placeStyles },
];

export const meta: MetaFunction = () => [{ title: "Add a place | Hairline" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTechnician(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  return answerPlace(viewer, request, null);
}

export default function NewPlaceRoute() {
  return (
    <StudioFrame current="profile" title="Add a place" lead={<a href="/studio/profile/places">Back to your places</a>}>
      <PlaceForm place={null} reply={useActionData<typeof action>() ?? null} />
    </StudioFrame>
  );
}
