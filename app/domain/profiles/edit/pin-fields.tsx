import { useState } from "react";
import type { LatLng } from "#app/domain/places/distance.ts";
import { STEP_METRES } from "#app/domain/profiles/edit/pin.ts";
import { PinMap } from "#app/domain/profiles/edit/pin-map.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  centre: LatLng;
  lat: string;
  lng: string;
  errors: Readonly<Record<string, string[]>>;
  isMoved: boolean;
};

/** Where the door is: on a map, in figures, or step by step. */
export function PinFields({ centre, lat, lng, errors, isMoved }: Props) {
  const [typed, setTyped] = useState({ lat, lng });
  const [lastLat, lastLng] = [Number(typed.lat), Number(typed.lng)];
  const pin =
    typed.lat !== "" && Number.isFinite(lastLat) && Number.isFinite(lastLng) ? { lat: lastLat, lng: lastLng } : centre;
  const figure = (name: "lat" | "lng") => ({
    id: name,
    name,
    inputMode: "decimal" as const,
    autoComplete: "off",
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    errors: errors[name],
  });
  return (
    <section className="stack" aria-labelledby="pin-title">
      <h2 id="pin-title">Pin</h2>
      {isMoved ? <Notice isNews>The pin was moved. Save the place to keep it there.</Notice> : null}
      <PinMap centre={centre} pin={pin} onMove={(to) => setTyped({ lat: to.lat.toFixed(5), lng: to.lng.toFixed(5) })} />
      <div className="pair">
        <TextField {...figure("lat")} label="Latitude" />
        <TextField {...figure("lng")} label="Longitude" />
      </div>
      <div className="row" role="group" aria-label="Move the pin">
        {(["north", "south", "east", "west"] as const).map((direction) => (
          <Button key={direction} look="quiet" name="act" value={direction}>
            {`${STEP_METRES} m ${direction}`}
          </Button>
        ))}
      </div>
    </section>
  );
}
