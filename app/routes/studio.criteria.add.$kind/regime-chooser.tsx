import type { Regime } from "#app/domain/criteria/regime.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, SelectField } from "#app/ui/field.tsx";

/** Whose rules: those of the technician's own places first, then all. Plain forms that lead to the page's own form. */
export function RegimeChooser({ near, all }: { near: Regime[]; all: Regime[] }) {
  const countries = [...new Set(all.map(({ countryName }) => countryName))].sort((a, b) => a.localeCompare(b));
  return (
    <>
      {near.length === 0 ? null : (
        <form method="get" className="card stack">
          <ChoiceGroup label="Where you work" hint="What is asked next depends on what this place has.">
            {near.map(({ key, name, countryName, region }, index) => (
              <Choice
                key={key}
                type="radio"
                name="regime"
                value={key}
                defaultChecked={index === 0}
                label={
                  <>
                    {name}
                    <span className="small muted">{` ${region === null ? countryName : `${region}, ${countryName}`}`}</span>
                  </>
                }
              />
            ))}
          </ChoiceGroup>
          <div>
            <Button>Continue</Button>
          </div>
        </form>
      )}
      <form method="get" className="card stack">
        <SelectField
          id="regime"
          name="regime"
          label={near.length === 0 ? "Whose rules" : "Somewhere else"}
          hint="If yours is missing, choose “Rules of another place”."
        >
          {countries.map((country) => (
            <optgroup key={country} label={country}>
              {all
                .filter(({ countryName }) => countryName === country)
                .map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </SelectField>
        <div>
          <Button look={near.length === 0 ? "main" : "quiet"}>Continue with this place</Button>
        </div>
      </form>
    </>
  );
}
