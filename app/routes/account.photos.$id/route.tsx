import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountFrame } from "#app/domain/accounts/account-frame.tsx";
import accountStyles from "#app/domain/accounts/account.css?url";
import { coverFields, toCover } from "#app/domain/media/cover-choice.ts";
import styles from "#app/domain/media/cover-form.css?url";
import { CoverForm } from "#app/domain/media/cover-form.tsx";
import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import { coverReviewPhoto } from "#app/domain/reviews/cover-review-photo.server.ts";
import { findOwnPhoto } from "#app/domain/reviews/find-own-photo.server.ts";
import { PHOTO_PROBLEMS } from "#app/domain/reviews/photo-words.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const meta: MetaFunction = () => [
  { title: "Hide parts of a photo | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: accountStyles },
  { rel: "stylesheet", href: styles },
];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { id = "" } = params;
  const photo = isRowId(id) ? await findOwnPhoto(viewer, id) : null;
  if (!photo) throw notFound();
  const { searchParams } = new URL(request.url);
  return {
    photo,
    isDone: searchParams.has("done"),
    backTo: safeRedirectTarget(searchParams.get("returnTo"), `/account/reviews/${photo.reviewId}`),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const { id = "" } = params;
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const photo = isRowId(id) ? await findOwnPhoto(viewer, id) : null;
  if (!photo) throw notFound();
  const refused = (words: string, status: number) =>
    data(withErrors(form.value, coverFields, { form: words }), { status });
  const fields = readFields(coverFields, form.value, ["hide"]);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const cover = toCover(fields.value);
  if (cover === null) {
    return refused("Nothing is marked yet: press the parts of the picture that should be hidden.", 400);
  }
  const turn = await takeTurn("upload", viewer.userId);
  if (!turn.allowed) return refused(PHOTO_PROBLEMS.too_often, 429);
  const outcome = await coverReviewPhoto(viewer, id, cover);
  if (!outcome.ok) {
    if (outcome.reason === "not_found") throw notFound();
    const words =
      outcome.reason === "closed"
        ? "Parts can be hidden only while the review is a draft or was sent back for changes. You can still take the photo back."
        : PHOTO_PROBLEMS[outcome.reason];
    return refused(words, 409);
  }
  const returnTo = safeRedirectTarget(form.value.get("returnTo"), `/account/reviews/${photo.reviewId}`);
  return redirect(`/account/photos/${id}?${new URLSearchParams({ done: "", returnTo }).toString()}`, 303);
}

export default function CoverPhotoRoute() {
  const { photo, isDone, backTo } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? null;
  return (
    <AccountFrame
      current="photos"
      title={isDone ? "Your photo now" : "Hide parts of your photo"}
      lead={isDone ? undefined : "Nobody has to know your face: cover it, or cut it off."}
    >
      {isDone ? (
        <>
          <Notice isNews>The parts are hidden. The picture that showed them is deleted.</Notice>
          <PhotoPicture photo={photo} alt="Your photo as it is kept now" sizes="(min-width: 42rem) 40rem, 92vw" eager />
          <div className="row">
            <ButtonLink href={backTo}>Back to the review</ButtonLink>
            <a href={`/account/photos/${photo.id}?${new URLSearchParams({ returnTo: backTo }).toString()}`}>
              Hide more
            </a>
          </div>
        </>
      ) : photo.isChangeable ? (
        // A new picture is a new form: marks of the old one must not stay.
        <CoverForm key={photo.key} photo={photo} reply={reply} backTo={backTo} />
      ) : (
        <>
          <Notice tone="amber">
            Parts can be hidden only while the review is a draft or was sent back for changes. You can take the photo
            back at any time.
          </Notice>
          <p>
            <a href="/account/photos">Your photos</a>
          </p>
        </>
      )}
    </AccountFrame>
  );
}
