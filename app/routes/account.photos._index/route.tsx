import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountFrame } from "#app/domain/accounts/account-frame.tsx";
import styles from "#app/domain/accounts/account.css?url";
import { DocumentList } from "#app/domain/media/document-list.tsx";
import { listOwnDocuments } from "#app/domain/media/own-documents.server.ts";
import { listEveryOwnPhoto } from "#app/domain/reviews/find-own-photo.server.ts";
import { removeReviewPhoto, withdrawPhotoConsent } from "#app/domain/reviews/remove-review-photo.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { OwnPhotoCard } from "#app/routes/account.photos._index/own-photo-card.tsx";
import { Notice } from "#app/ui/notice.tsx";

const DONE = {
  withdrawn: "Your consent is taken back. The photo is gone from all public pages.",
  removed: "The photo is removed from everywhere.",
} as const;

export const meta: MetaFunction = () => [
  { title: "Your photos and documents | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const [photos, documents] = await Promise.all([listEveryOwnPhoto(viewer), listOwnDocuments(viewer.userId)]);
  const done = new URL(request.url).searchParams.get("done");
  return { photos, documents, done: done === "withdrawn" || done === "removed" ? DONE[done] : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = form.value.get("intent");
  const photoId = form.value.get("photoId") ?? "";
  if (intent !== "withdraw" && intent !== "remove") throw data(null, { status: 400 });
  if (!isRowId(photoId)) throw notFound();
  const now = new Date();
  const outcome =
    intent === "remove"
      ? await removeReviewPhoto(viewer, photoId, now)
      : await withdrawPhotoConsent(viewer, photoId, now);
  if (!outcome.ok) throw notFound();
  return redirect(`/account/photos?done=${intent === "remove" ? "removed" : "withdrawn"}`, 303);
}

export default function OwnPhotosRoute() {
  const { photos, documents, done } = useLoaderData<typeof loader>();
  return (
    <AccountFrame
      current="photos"
      title="Your photos and documents"
      lead="You can take back a photo at any time, also after it was published. It is gone from all public pages at once."
    >
      {done ? <Notice isNews>{done}</Notice> : null}
      {photos.length === 0 ? (
        <p className="muted">You have sent no photos.</p>
      ) : (
        <ul className="plain-list stack">
          {photos.map((photo) => (
            <OwnPhotoCard key={photo.id} photo={photo} />
          ))}
        </ul>
      )}
      {documents.length === 0 ? null : (
        <section className="stack" aria-labelledby="documents">
          <h2 id="documents">Private documents</h2>
          <p>Seen by you and by the moderators who check them, never public. Every look of a moderator is listed.</p>
          <DocumentList documents={documents} />
        </section>
      )}
    </AccountFrame>
  );
}
