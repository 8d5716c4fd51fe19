import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/domain/profiles/edit/answer-form.server.ts";
import { findOwnProfile } from "#app/domain/profiles/edit/find-own-profile.server.ts";
import { replyTo } from "#app/domain/profiles/edit/save-form.server.ts";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { EditProfileScreen } from "#app/routes/studio.profile._index/edit-profile-screen.tsx";
import styles from "#app/routes/studio.profile._index/edit-profile.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studioStyles },
  { rel: "stylesheet", href: styles },
];

export const meta: MetaFunction = () => [{ title: "Your profile | Hairline" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const profile = await findOwnProfile(viewer, new Date());
  if (profile === null) throw notFound();
  return { profile, done: new URL(request.url).searchParams.get("done") };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const { form, answer, status } = await answerForm(viewer, request);
  if (answer.kind !== "saved") return data(replyTo(form, answer), { status });
  const section = form.get("section") ?? "";
  return redirect(`/studio/profile?done=${encodeURIComponent(section)}#${encodeURIComponent(section)}`, 303);
}

export default function EditProfileRoute() {
  return <EditProfileScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
