import { Form, useSubmit } from "@remix-run/react";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { DistanceUnit } from "#app/domain/places/distance.ts";
import type { FilterChip } from "#app/domain/search/active-filters.ts";
import type { OptionCounts } from "#app/domain/search/result.ts";
import { SORTS, parseSearchParams } from "#app/domain/search/search-params.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";
import { FilterPanel } from "#app/routes/technicians._index/filter-panel.tsx";
import { UseMyLocation } from "#app/routes/technicians._index/use-my-location.tsx";
import { Button } from "#app/ui/button.tsx";
import { Combobox } from "#app/ui/combobox.tsx";

/** Typing waits for Enter or the button; choosing acts at once. */
function actsAtOnce(target: EventTarget): boolean {
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && (target.type === "checkbox" || target.type === "radio");
}

/**
 * The one form of the search: a plain GET form, so that it works before and without JavaScript; with it, choosing
 * a filter updates the results in place.
 */
export function SearchForm({
  params,
  counts,
  chips,
  unit,
  children,
}: {
  params: SearchParams;
  unit: DistanceUnit;
  counts: OptionCounts | null;
  chips: FilterChip[];
  children: ReactNode;
}) {
  const submit = useSubmit();
  // What was just chosen shows at once; when the results come, they bring params of their own.
  const [choice, setChoice] = useState({ chosen: params, before: params });
  const shown = choice.before === params ? choice.chosen : params;
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    if (!actsAtOnce(event.target)) return;
    const query = withoutEmpty(event.currentTarget);
    setChoice({ chosen: parseSearchParams(query).params, before: params });
    submit(query, { action: "/technicians", preventScrollReset: true });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit(withoutEmpty(event.currentTarget), { action: "/technicians" });
  };
  return (
    <Form
      method="get"
      action="/technicians"
      className="search-layout"
      onChange={onChange}
      onSubmit={onSubmit}
      role="search"
    >
      <div className="search-bar">
        <Combobox
          key={`q ${params.q}`}
          name="q"
          label="What are you looking for?"
          source="/suggest/what"
          defaultValue={params.q}
          placeholder="Density, scar, a name…"
        />
        <div className="search-where">
          <Combobox
            key={`near ${params.near}`}
            name="near"
            label="Where?"
            source="/suggest/where"
            defaultValue={params.near}
            placeholder={params.lat === null ? "Town or ZIP code" : "Your position"}
          />
          <UseMyLocation params={params} />
        </div>
        {params.near === "" && params.lat !== null && params.lng !== null ? (
          <>
            <input type="hidden" name="lat" value={params.lat} />
            <input type="hidden" name="lng" value={params.lng} />
          </>
        ) : null}
        <Button>Search</Button>
      </div>
      <div className="search-columns">
        <div className="search-side">
          <FilterPanel params={shown} counts={counts} activeCount={chips.length} unit={unit} />
          <label className="search-sort">
            <span className="field-label">Sort by</span>
            <select className="input" name="sort" value={shown.sort} onChange={() => undefined}>
              {Object.entries(SORTS).map(([key, label]) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
        {children}
      </div>
    </Form>
  );
}

/** The form's fields without the empty and the default ones, so that addresses stay short enough to send to a friend. */
function withoutEmpty(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams();
  for (const [key, value] of new FormData(form)) {
    const isDefault = (key === "sort" && value === "relevance") || (key === "radius" && value === "50");
    if (typeof value === "string" && value.trim() !== "" && !isDefault) query.append(key, value);
  }
  return query;
}
