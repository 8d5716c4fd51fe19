import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import type { OwnPhoto } from "#app/domain/reviews/own-photo.ts";
import { photoIntent } from "#app/domain/reviews/photo-intent.ts";
import { Button } from "#app/ui/button.tsx";
import { plural } from "#app/ui/format.ts";

function words({ stage, daysSinceLastSession: days }: OwnPhoto): string {
  return days === null ? STAGE_LABELS[stage] : `${STAGE_LABELS[stage]}, ${plural(days, "day")} after the last session`;
}

/**
 * The photos that are kept with a draft, inside its form. Its buttons send the whole form (`readPhotoIntent`), so that
 * what was typed is kept first.
 */
export function ReviewPhotoEditor({ photos }: { photos: readonly OwnPhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <ul className="review-photos" aria-label="Photos kept so far">
      {photos.map((photo, index) => (
        <li key={photo.id} className="stack stack-tight">
          <PhotoPicture photo={photo} alt={`Your photo ${index + 1}: ${words(photo)}`} sizes="180px" />
          <p className="small">{photo.isConsented ? words(photo) : `${words(photo)}. Consent taken back`}</p>
          <Button
            look="quiet"
            name="intent"
            value={photoIntent({ act: "cover", photoId: photo.id })}
            aria-label={`Hide parts of photo ${index + 1}`}
          >
            Hide parts
          </Button>
          <Button
            look="quiet"
            name="intent"
            value={photoIntent({ act: "remove", photoId: photo.id })}
            aria-label={`Remove photo ${index + 1}`}
          >
            Remove
          </Button>
        </li>
      ))}
    </ul>
  );
}
