import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PublishPanel } from "#app/domain/technicians/publish-panel.tsx";
import { findPublishState, publishProfile, unpublishProfile } from "#app/domain/technicians/publish-profile.server.ts";
import { PUBLISH_MINIMUM } from "#app/domain/technicians/publish-rules.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import styles from "#app/domain/technicians/studio.css?url";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

const DONE = {
  created: "Your profile is there, as a draft that only you see.",
  claimed: "The listing is yours now.",
  published: "Your profile is published. Searches find it within seconds.",
  unpublished: "Your profile is off the site. You can publish it again at any time.",
} as const;

export const meta: MetaFunction = () => [
  { title: "Publish your profile | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const profile = await findPublishState(viewer, new Date());
  if (profile === null) throw notFound();
  const done = new URL(request.url).searchParams.get("done");
  return { profile, done: done !== null && Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = form.value.get("intent");
  if (intent !== "publish" && intent !== "unpublish") throw data(null, { status: 400 });
  const now = new Date();
  const changed = intent === "publish" ? await publishProfile(viewer, now) : await unpublishProfile(viewer, now);
  if (changed.ok) return redirect(`/studio/publish?done=${intent}ed`, 303);
  switch (changed.reason.kind) {
    case "not_found":
      throw notFound();
    case "gaps": {
      const missing = changed.reason.gaps.map((gap) => `Missing: ${PUBLISH_MINIMUM[gap].words.toLowerCase()}.`);
      return data({ errors: { form: missing } }, { status: 400 });
    }
    case "not_possible":
      return data({ errors: { form: ["This is not possible as the profile stands now."] } }, { status: 409 });
  }
}

export default function PublishRoute() {
  const { profile, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <StudioFrame current="profile" title={profile.name} lead="What readers see of it">
      {done !== null && reply === undefined ? <Notice isNews>{done}</Notice> : null}
      {reply ? <FormErrors errors={reply.errors} /> : null}
      <PublishPanel slug={profile.slug} status={profile.status} gaps={profile.gaps} />
    </StudioFrame>
  );
}
