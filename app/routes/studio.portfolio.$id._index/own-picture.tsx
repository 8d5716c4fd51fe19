import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import { PictureFields } from "#app/domain/portfolio/picture-fields.tsx";
import type { OwnCasePhoto } from "#app/domain/portfolio/own-case.ts";
import { resultAge } from "#app/domain/portfolio/portfolio-case.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

type OwnPictureProps = {
  photo: OwnCasePhoto;
  caseId: string;
  number: number;
  isLast: boolean;
  isChangeable: boolean;
  reply: FormReply | null;
};

/** One picture of an own case. Removing asks once more, by opening first. */
export function OwnPicture({ photo, caseId, number, isLast, isChangeable, reply }: OwnPictureProps) {
  const { id, stage, daysSinceLastSession: days, caption } = photo;
  const age = days === null ? STAGE_LABELS[stage] : `${STAGE_LABELS[stage]}, ${resultAge(days)}`;
  return (
    <li id={`picture-${id}`} className="stack stack-tight">
      <PhotoPicture photo={photo} alt={`Picture ${number}: ${age}`} sizes="(min-width: 40rem) 18rem, 92vw" />
      <p>
        <b>{age}</b>
        {caption === null ? null : `. ${caption}`}
      </p>
      {isChangeable ? (
        <>
          <form method="post" className="row">
            <input type="hidden" name="intent" value="move_photo" />
            <input type="hidden" name="photoId" value={id} />
            {number === 1 ? null : (
              <Button look="quiet" name="move" value="up" aria-label={`Move picture ${number} up`}>
                Up
              </Button>
            )}
            {isLast ? null : (
              <Button look="quiet" name="move" value="down" aria-label={`Move picture ${number} down`}>
                Down
              </Button>
            )}
          </form>
          <p>
            <a href={`/studio/portfolio/${caseId}/photos/${id}`}>{`Turn, crop or cover picture ${number}`}</a>
          </p>
          <Disclosure summary={`Date and caption of picture ${number}`} isOpen={reply !== null}>
            <form method="post" className="stack">
              <input type="hidden" name="intent" value="describe_photo" />
              <input type="hidden" name="photoId" value={id} />
              <PictureFields
                idPrefix={`${id}-`}
                values={
                  reply?.values ?? {
                    photosAre: stage === "before" ? "before" : "after",
                    takenOn: photo.takenOn ?? "",
                    caption: caption ?? "",
                  }
                }
                errors={reply?.errors ?? {}}
              />
              <div>
                <Button look="quiet">Save date and caption</Button>
              </div>
            </form>
          </Disclosure>
          <Disclosure summary={`Remove picture ${number}`}>
            <form method="post" className="stack stack-tight">
              <p>It is deleted at once and can’t be brought back.</p>
              <input type="hidden" name="photoId" value={id} />
              <div>
                <Button look="red" name="intent" value="remove_photo">
                  Remove for good
                </Button>
              </div>
            </form>
          </Disclosure>
        </>
      ) : null}
    </li>
  );
}
