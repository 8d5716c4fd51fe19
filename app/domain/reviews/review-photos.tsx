import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import type { ShownPhoto } from "#app/domain/media/photo.ts";

/** Pictures that a client sent, each with the age of the result. */
export function ReviewPhotos({ photos, isSample }: { photos: readonly ShownPhoto[]; isSample: boolean }) {
  if (photos.length === 0) return null;
  return (
    <ul className="review-photos">
      {photos.map((photo) => (
        <li key={photo.key}>
          <figure>
            <PhotoPicture photo={photo} alt={photo.alt} sizes="(min-width: 46rem) 180px, 45vw" />
            <figcaption className="small muted">
              {`${STAGE_LABELS[photo.stage]}, sent by the client${isSample ? ". Sample illustration" : ""}`}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}
