import { photoUrl, STAGE_LABELS } from "#app/domain/media/photo.ts";
import type { OwnPhoto } from "#app/domain/reviews/list-own-photos.server.ts";
import type { OwnReview } from "#app/domain/reviews/own-review.ts";
import { CONCERNS } from "#app/domain/technicians/vocabulary.ts";
import { Button } from "#app/ui/button.tsx";
import { formatDay } from "#app/ui/format.ts";

/** The photos of a review, each with the way to take it back. */
export function SentPhotos({ photos }: { photos: readonly OwnPhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="photos">
      <h2 id="photos">Photos</h2>
      <ul className="account-rows">
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <img
              src={photoUrl(photo.key, 320)}
              width={120}
              height={Math.round((120 * photo.height) / photo.width)}
              alt={`Photo ${at + 1}: ${STAGE_LABELS[photo.stage]}`}
              loading="lazy"
            />
            {photo.isConsented ? (
              <form method="post">
                <input type="hidden" name="photoId" value={photo.id} />
                <Button look="quiet" name="intent" value="withdraw_photo">
                  {`Take back photo ${at + 1}`}
                </Button>
              </form>
            ) : (
              <span className="muted">Taken back: only you can see it.</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The consent to keep a health detail, as long as there is one. */
export function HealthConsent({ review }: { review: OwnReview }) {
  if (review.concern === null) return null;
  return (
    <section className="stack" aria-labelledby="health">
      <h2 id="health">Your kind of hair loss</h2>
      <p>
        {`You agreed that we keep and show “${CONCERNS[review.concern]}” with your review. When you take that back, it is deleted at once.`}
      </p>
      <form method="post">
        <Button look="quiet" name="intent" value="withdraw_health">
          Take back my consent
        </Button>
      </form>
    </section>
  );
}

const DOCUMENT_WORDS = {
  waiting: "No moderator has looked at it yet.",
  accepted: "A moderator looked at it: it supports your visit.",
  not_accepted: "A moderator looked at it: it does not show this visit. Your review is not refused for that.",
} as const;

/** The document that supports the visit, until it is deleted. */
export function DocumentState({ review }: { review: OwnReview }) {
  const { document } = review;
  if (document === null) return null;
  return (
    <section className="stack" aria-labelledby="document">
      <h2 id="document">Your document</h2>
      <p>
        {`${DOCUMENT_WORDS[document.state]} Only you and moderators can open it.`}
        {document.goneBy === null ? "" : ` It is deleted by ${formatDay(document.goneBy)}.`}
      </p>
      <div className="row">
        <a href={`/documents/${document.id}`}>Open it</a>
        {document.state === "waiting" ? (
          <form method="post">
            <Button look="quiet" name="intent" value="remove_document">
              Take the document away
            </Button>
          </form>
        ) : null}
      </div>
    </section>
  );
}
