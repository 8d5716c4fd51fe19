import { useBrowserZone } from "#app/domain/enquiries/use-browser-zone.ts";
import { UTC_OFFSETS } from "#app/domain/enquiries/wall-time.ts";
import { SelectField } from "#app/ui/field.tsx";

/** In which zone the times of a form are meant: the browser's own, or where it can't say, an offset to choose. */
export function ZoneField({ id, value, errors }: { id: string; value: string | undefined; errors: string[] }) {
  const zone = useBrowserZone();
  if (zone !== null) {
    return (
      <p className="small muted">
        <input type="hidden" name="zone" value={zone} />
        {`Times of ${zone.replaceAll("_", " ")}.`}
      </p>
    );
  }
  return (
    <SelectField id={id} name="zone" label="Your time, from UTC" defaultValue={value ?? "+00:00"} errors={errors}>
      {UTC_OFFSETS.map((offset) => (
        <option key={offset} value={offset}>
          {`UTC${offset}`}
        </option>
      ))}
    </SelectField>
  );
}
