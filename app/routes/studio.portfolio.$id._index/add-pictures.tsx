import { MOST_CASE_PHOTOS } from "#app/domain/portfolio/case-bounds.ts";
import { CaseUpload } from "#app/domain/portfolio/case-upload.tsx";
import type { OwnCase } from "#app/domain/portfolio/own-case.ts";
import { PictureFields } from "#app/domain/portfolio/picture-fields.tsx";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { plural } from "#app/ui/format.ts";

/** Room for more pictures, and what was begun and not sent to the end. */
export function AddPictures({ portfolioCase, reply }: { portfolioCase: OwnCase; reply: FormReply | null }) {
  const { id, photos, pending } = portfolioCase;
  const left = MOST_CASE_PHOTOS - photos.length;
  return (
    <>
      {pending.length === 0 ? null : <Pending pending={pending} />}
      {left <= 0 ? null : (
        <form method="post" encType="multipart/form-data" className="card stack" aria-labelledby="add">
          <h3 id="add">Add pictures</h3>
          <p className="small muted">
            Only of work you did yourself, as it was taken. Place, date and camera are taken out of each file.
          </p>
          <PictureFields {...(reply ?? EMPTY_REPLY)} />
          <TextField
            id="photos"
            name="photos"
            label="Choose pictures"
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp"
            hint={`JPEG, PNG or WebP, at most 10 MB each, of one day at a time; room for ${left} more.`}
            errors={reply?.errors["photos"] ?? []}
          />
          <CaseUpload caseId={id} />
          <div>
            <Button name="intent" value="add_photos">
              Add these pictures
            </Button>
          </div>
        </form>
      )}
    </>
  );
}

function Pending({ pending }: Pick<OwnCase, "pending">) {
  return (
    <div className="stack stack-tight">
      <p>{`${plural(pending.length, "picture was", "pictures were")} not sent to the end. Choose the same file again to go on where it stopped.`}</p>
      <ul className="plain-list stack stack-tight">
        {pending.map(({ id, byteLength, receivedBytes }, index) => (
          <li key={id}>
            <form method="post" className="row">
              <span>{`${Math.floor((100 * receivedBytes) / byteLength)} % of ${inMegabytes(byteLength)}`}</span>
              <input type="hidden" name="uploadId" value={id} />
              <Button
                look="quiet"
                name="intent"
                value="discard_upload"
                aria-label={`Discard unfinished picture ${index + 1}`}
              >
                Discard
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}

function inMegabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
