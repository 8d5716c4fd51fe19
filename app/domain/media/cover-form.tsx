import { COVER_COLUMNS, COVER_ROWS, CUT_STEPS } from "#app/domain/media/cover-grid.ts";
import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import type { Photo } from "#app/domain/media/photo.ts";
import { useDragToMark } from "#app/domain/media/use-drag-to-mark.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, SelectField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

const CELLS = Array.from({ length: COVER_COLUMNS * COVER_ROWS }, (_, index) => index);
const EDGES = [
  { name: "cutTop", label: "Cut off at the top" },
  { name: "cutRight", label: "Cut off on the right" },
  { name: "cutBottom", label: "Cut off at the bottom" },
  { name: "cutLeft", label: "Cut off on the left" },
] as const;

type CoverFormProps = {
  photo: Pick<Photo, "key" | "width" | "height">;
  /** What the picture is to who covers parts of it. */
  alt?: string;
  reply: FormReply | null;
  backTo: string;
};

/**
 * The picture under a grid of checkboxes: what is marked is covered already as it will be, so the picture is its own
 * preview, also without JavaScript (cover-form.css).
 */
export function CoverForm({ photo, alt = "Your photo", reply, backTo }: CoverFormProps) {
  const gridRef = useDragToMark();
  const errors = reply?.errors ?? {};
  const marked = new Set(reply?.lists["hide"] ?? []);
  return (
    <form method="post" className="cover-form stack stack-wide">
      <FormErrors errors={errors} />
      <input type="hidden" name="returnTo" value={backTo} />
      <fieldset className="stack stack-tight" id="hide">
        <legend className="field-label">Mark what nobody should see</legend>
        <p className="field-hint" id="how">
          Press a part of the picture to cover it, once more to uncover it. By keyboard: Tab and Space. With a mouse you
          can draw over several.
        </p>
        <div className="cover-frame">
          <PhotoPicture photo={photo} alt={alt} sizes="(min-width: 42rem) 40rem, 92vw" eager />
          <div className="cover-grid" ref={gridRef}>
            {CELLS.map((cell) => (
              <label key={cell} className="cover-cell">
                <input
                  type="checkbox"
                  name="hide"
                  value={cell}
                  defaultChecked={marked.has(String(cell))}
                  aria-label={`Row ${Math.floor(cell / COVER_COLUMNS) + 1}, column ${(cell % COVER_COLUMNS) + 1}`}
                />
              </label>
            ))}
          </div>
          {EDGES.map(({ name }) => (
            <div key={name} className={`cover-cut cover-${name}`} aria-hidden="true" />
          ))}
        </div>
      </fieldset>
      <fieldset className="stack stack-tight">
        <legend className="field-label">Cut off edges</legend>
        <div className="cover-edges">
          {EDGES.map(({ name, label }) => (
            <SelectField
              key={name}
              id={name}
              name={name}
              label={label}
              errors={errors[name]}
              defaultValue={reply?.values[name] ?? "0"}
            >
              {CUT_STEPS.map((step) => (
                <option key={step} value={step}>
                  {step === 0 ? "Nothing" : `${step} %`}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      </fieldset>
      <ChoiceGroup label="This can’t be undone" errors={errors["isSure"]}>
        <Choice
          type="checkbox"
          id="isSure"
          name="isSure"
          value="yes"
          label="I have looked at the picture above. What is covered or cut off is deleted here for good, for everybody and for me."
        />
      </ChoiceGroup>
      <div className="row">
        <Button>Hide these parts</Button>
        <a href={backTo}>Back without a change</a>
      </div>
    </form>
  );
}
