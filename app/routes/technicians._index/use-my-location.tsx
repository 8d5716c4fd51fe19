import { useNavigate } from "@remix-run/react";
import { useState, useSyncExternalStore } from "react";
import { searchHref } from "#app/domain/search/search-params.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";
import { Icon } from "#app/ui/icon.tsx";

/** Two decimals are about a kilometre: enough to search by, not enough to find a home. */
const coarse = (degrees: number) => Math.round(degrees * 100) / 100;

const neverChanges = () => () => undefined;

/** Asks the browser where it is, with the browser's own question for consent; shown only where that can work. */
export function UseMyLocation({ params }: { params: SearchParams }) {
  const navigate = useNavigate();
  const [state, setState] = useState<"ready" | "asking" | "refused">("ready");
  const canAsk = useSyncExternalStore(
    neverChanges,
    () => "geolocation" in navigator,
    () => false,
  );
  if (!canAsk) return null;
  const ask = () => {
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("ready");
        navigate(searchHref(params, { near: "", lat: coarse(coords.latitude), lng: coarse(coords.longitude) }));
      },
      () => setState("refused"),
      { maximumAge: 600_000, timeout: 10_000 },
    );
  };
  return (
    <div>
      <button type="button" className="link-button" onClick={ask} disabled={state === "asking"}>
        <Icon name="locate-fixed" />
        {state === "asking" ? "Finding you…" : "Use my location"}
      </button>
      <span role="status" className="small">
        {state === "refused" ? " Your browser did not say where you are. Type a town instead." : ""}
      </span>
    </div>
  );
}
