import type { OwnPlace } from "#app/domain/profiles/edit/own-place.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup } from "#app/ui/field.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

/** Asks once more before the place goes. */
export function RemovePlace({ place, error }: { place: OwnPlace; error: string[] | undefined }) {
  return (
    <section aria-label="Remove this place">
      <Disclosure summary="Remove this place" isOpen={error !== undefined}>
        <form method="post" className="stack" noValidate>
          <input type="hidden" name="act" value="remove" />
          <p>
            {place.isFixed
              ? "It goes off your profile, with your opening hours and guest dates. The place itself stays."
              : "It goes off your profile, with its opening hours and guest dates."}
          </p>
          <ChoiceGroup label="Are you sure?" errors={error}>
            <Choice type="checkbox" id="sure" name="sure" value="yes" label="Yes, I don’t work here any more" />
          </ChoiceGroup>
          <div>
            <Button look="red">Remove this place</Button>
          </div>
        </form>
      </Disclosure>
    </section>
  );
}
