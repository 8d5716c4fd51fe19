import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import type { OwnPhotoDetail } from "#app/domain/reviews/find-own-photo.server.ts";
import { Button } from "#app/ui/button.tsx";
import { plural } from "#app/ui/format.ts";

/** One photo with all that its owner can do about it. Removing asks once more, by opening first. */
export function OwnPhotoCard({ photo }: { photo: OwnPhotoDetail }) {
  const { id, stage, technicianName, followUpMonth, isConsented, isChangeable, reviewId } = photo;
  const what = `${STAGE_LABELS[stage]}, ${followUpMonth === null ? "review" : `follow-up after ${plural(followUpMonth, "month")}`} of ${technicianName}`;
  return (
    <li className="card stack stack-tight">
      <PhotoPicture photo={photo} alt={`Your photo: ${what}`} sizes="(min-width: 40rem) 300px, 90vw" />
      <h2 className="h3">{what}</h2>
      <p>
        {isConsented
          ? "It may be public with the review."
          : "You took back your consent: nobody but you and our moderators can see it."}
      </p>
      <p className="row">
        <a href={`/account/reviews/${reviewId}`}>Go to the review</a>
        {isChangeable ? <a href={`/account/photos/${id}`}>Hide parts of it</a> : null}
      </p>
      {isConsented ? (
        <form method="post">
          <input type="hidden" name="photoId" value={id} />
          <Button look="quiet" name="intent" value="withdraw">
            Take back my consent
          </Button>
        </form>
      ) : null}
      <details className="disclosure">
        <summary>Remove this photo</summary>
        <form method="post" className="stack stack-tight">
          <p>It is deleted from everywhere at once and can’t be brought back.</p>
          <input type="hidden" name="photoId" value={id} />
          <div>
            <Button look="red" name="intent" value="remove">
              Remove for good
            </Button>
          </div>
        </form>
      </details>
    </li>
  );
}
