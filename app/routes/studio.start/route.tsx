import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resolvePlace } from "#app/domain/places/find-places.server.ts";
import { placeLabel } from "#app/domain/places/place.ts";
import { listingSourceTitle } from "#app/domain/registers/listing-source.ts";
import { KEEPS_ANOTHER, SESSION_GONE, VERIFY_FIRST } from "#app/domain/technicians/claim-words.ts";
import styles from "#app/domain/technicians/claims.css?url";
import { createProfile } from "#app/domain/technicians/create-profile.server.ts";
import { findListings } from "#app/domain/technicians/find-claimable.server.ts";
import { listOwnClaims } from "#app/domain/technicians/find-own-claims.server.ts";
import { newProfileSchema } from "#app/domain/technicians/new-profile-schema.ts";
import { chooseTown } from "#app/domain/technicians/choose-town.server.ts";
import { cleanText, readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { requireViewer } from "#app/platform/require-viewer.server.ts";
import { sessionCookie } from "#app/platform/sessions.server.ts";
import { StartScreen } from "#app/routes/studio.start/start-screen.tsx";
import type { StartReply } from "#app/routes/studio.start/start-reply.ts";

export const meta: MetaFunction = () => [
  { title: "Create or claim your profile | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  if (viewer.technicianId !== null) throw redirect("/studio", 303);
  const { searchParams } = new URL(request.url);
  const asked = {
    name: cleanText(searchParams.get("name") ?? "").slice(0, 120),
    place: cleanText(searchParams.get("near") ?? "").slice(0, 100),
  };
  const claims = await listOwnClaims(viewer);
  const view = { isVerified: viewer.isEmailVerified, asked, claims };
  if (asked.name === "" && asked.place === "") return { ...view, found: null, near: null };
  const place = asked.place === "" ? null : await resolvePlace(asked.place);
  if (asked.place !== "" && place === null) return { ...view, found: null, near: null };
  const found = await findListings({ name: asked.name, place });
  return {
    ...view,
    near: place && placeLabel(place),
    found: found.map(({ slug, name, city, region, source, isKept }) => ({
      slug,
      name,
      place: [city, region].filter(Boolean).join(", "),
      source: source === null ? null : listingSourceTitle(source),
      isKept,
    })),
  };
}

/** Makes a profile of three facts. The session goes on with a new token, since a role was given. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  if (viewer.technicianId !== null) throw redirect("/studio", 303);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(newProfileSchema, form.value);
  if (!fields.ok) return data<StartReply>({ ...fields.reason, towns: [] }, { status: 400 });
  const { name, place: typed, town: chosenTown, treatment } = fields.value;
  const town = await chooseTown(typed, chosenTown);
  if (!town.ok) {
    const words =
      town.reason.length === 0
        ? "We know no town of this name. Check how it is written, or name the next larger one."
        : "There are several, or we know it by another name. Choose the one you mean below.";
    const reply = withErrors(form.value, newProfileSchema, { place: words });
    return data<StartReply>({ ...reply, towns: town.reason }, { status: 400 });
  }
  const made = await createProfile(viewer, { name, place: town.value, treatment }, new Date());
  if (made.ok) {
    const headers = { "Set-Cookie": sessionCookie(made.value.sessionToken) };
    return redirect("/studio/publish?done=created", { status: 303, headers });
  }
  const refused = withErrors(form.value, newProfileSchema, { form: REFUSALS[made.reason] });
  return data<StartReply>({ ...refused, towns: [] }, { status: made.reason === "not_verified" ? 400 : 409 });
}

const REFUSALS = { not_verified: VERIFY_FIRST, keeps_another: KEEPS_ANOTHER, gone: SESSION_GONE } as const;

export default function StartRoute() {
  return <StartScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
