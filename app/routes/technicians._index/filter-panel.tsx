import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { CRITERIA, VERIFIABLE_CRITERIA } from "#app/domain/criteria/criterion.ts";
import type { DistanceUnit } from "#app/domain/places/distance.ts";
import { radiusLabel } from "#app/domain/search/active-filters.ts";
import type { OptionCounts } from "#app/domain/search/result.ts";
import { CURRENCIES, RADIUS_STEPS, RATING_STEPS, RESULT_AGES } from "#app/domain/search/search-params.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";
import {
  CONCERNS,
  FEATURES,
  GENDERS,
  LANGUAGES,
  SKIN_TYPES,
  SKIN_TYPE_LABELS,
  TREATMENTS,
} from "#app/domain/technicians/vocabulary.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";

/** React asks for a handler beside `checked`; the form's own handler does the work. */
const handledByForm = () => undefined;

type Option = { value: string; label: string; isChecked: boolean; count: number | null };

function Options({ name, type, options }: { name: string; type: "checkbox" | "radio"; options: Option[] }) {
  return (
    <ul className="filter-options">
      {options.map(({ value, label, isChecked, count }) => (
        <li key={value}>
          <label className={count === 0 && !isChecked ? "choice choice-empty" : "choice"}>
            <input type={type} name={name} value={value} checked={isChecked} onChange={handledByForm} />
            <span>{label}</span>
            {count === null ? null : <span className="filter-count">{count}</span>}
          </label>
        </li>
      ))}
    </ul>
  );
}

function Group({
  title,
  isOpen,
  hint,
  children,
}: {
  title: string;
  isOpen: boolean;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <details className="filter-group" open={isOpen || undefined}>
      <summary>{title}</summary>
      <fieldset>
        <legend className="sr-only">{title}</legend>
        {hint ? <p className="field-hint">{hint}</p> : null}
        {children}
      </fieldset>
    </details>
  );
}

/**
 * All filters, each option with the number of technicians that choosing it would give. A sheet that opens on a phone;
 * beside the results on a wide screen.
 */
export function FilterPanel({
  params,
  counts,
  activeCount,
  unit,
}: {
  params: SearchParams;
  unit: DistanceUnit;
  counts: OptionCounts | null;
  activeCount: number;
}) {
  const panel = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // Closed in the HTML so that a phone starts with results. Wide screens show the content by style alone where the
    // browser can; where it can't, it is opened here.
    const canByStyle = CSS.supports("selector(::details-content)");
    if (panel.current && !canByStyle && matchMedia("(min-width: 60rem)").matches) panel.current.open = true;
  }, []);
  const many = <K extends string | number>(
    kind: "treatment" | "concern" | "language" | "feature" | "verified" | "skin",
    keys: readonly K[],
    label: (key: K) => string,
  ): Option[] =>
    keys.map((key) => ({
      value: String(key),
      label: label(key),
      isChecked: (params[kind] as readonly (string | number)[]).includes(key),
      count: counts ? (counts[kind][String(key)] ?? 0) : null,
    }));
  const single = (
    current: string | null,
    kind: "gender" | "ratingMin" | "result",
    entries: [string, string][],
  ): Option[] => [
    { value: "", label: "Any", isChecked: current === null, count: null },
    ...entries.map(([value, label]) => ({
      value,
      label,
      isChecked: current === value,
      count: counts ? (counts[kind][value] ?? 0) : null,
    })),
  ];
  const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T & string)[];
  return (
    <details className="filters" ref={panel}>
      <summary className="filters-summary">
        <Icon name="sliders-horizontal" />
        {activeCount > 0 ? `Filters (${activeCount} on)` : "Filters"}
      </summary>
      <div className="filters-body">
        <Group title="Checked facts" isOpen hint="Every one you tick has to be checked and current.">
          <Options
            name="verified"
            type="checkbox"
            options={many("verified", VERIFIABLE_CRITERIA, (key) => CRITERIA[key].title)}
          />
        </Group>
        <Group title="Treatment" isOpen>
          <Options
            name="treatment"
            type="checkbox"
            options={many("treatment", keysOf(TREATMENTS), (key) => TREATMENTS[key])}
          />
        </Group>
        <Group title="Your concern" isOpen={params.concern.length > 0}>
          <Options name="concern" type="checkbox" options={many("concern", keysOf(CONCERNS), (key) => CONCERNS[key])} />
        </Group>
        <Group title="Skin type they work on" isOpen={params.skin.length > 0} hint="The Fitzpatrick scale.">
          <Options name="skin" type="checkbox" options={many("skin", SKIN_TYPES, (key) => SKIN_TYPE_LABELS[key])} />
        </Group>
        <Group
          title="Results shown"
          isOpen={params.result !== null}
          hint="Fresh work looks different from healed work."
        >
          <Options name="result" type="radio" options={single(params.result, "result", Object.entries(RESULT_AGES))} />
        </Group>
        <Group title="Rating" isOpen={params.ratingMin !== null}>
          <Options
            name="rating_min"
            type="radio"
            options={single(
              params.ratingMin === null ? null : String(params.ratingMin),
              "ratingMin",
              RATING_STEPS.map((step) => [String(step), `${step} or more`]),
            )}
          />
        </Group>
        <Group title="Price" isOpen={params.priceMax !== null} hint="Compared within one currency only.">
          <div className="filter-price">
            <label>
              <span className="field-label">Up to</span>
              <input
                className="input"
                type="number"
                name="price_max"
                min={1}
                max={1_000_000}
                step={1}
                inputMode="numeric"
                defaultValue={params.priceMax ?? ""}
                key={params.priceMax ?? ""}
              />
            </label>
            <label>
              <span className="field-label">Currency</span>
              <select className="input" name="currency" value={params.currency ?? ""} onChange={handledByForm}>
                <option value="">Local</option>
                {CURRENCIES.map((currency) => (
                  <option key={currency} value={currency}>
                    {currency}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </Group>
        <Group title="Distance" isOpen={false} hint="Counts when a place is given.">
          <label>
            <span className="sr-only">Within</span>
            <select className="input" name="radius" value={String(params.radius)} onChange={handledByForm}>
              {[...new Set<number>([...RADIUS_STEPS, params.radius])]
                .sort((a, b) => a - b)
                .map((step) => (
                  <option key={step} value={step}>
                    {radiusLabel(step, unit)}
                  </option>
                ))}
            </select>
          </label>
        </Group>
        <Group title="Place and access" isOpen={params.feature.length > 0} hint="Every one you tick has to be there.">
          <Options name="feature" type="checkbox" options={many("feature", keysOf(FEATURES), (key) => FEATURES[key])} />
        </Group>
        <Group title="Language" isOpen={params.language.length > 0}>
          <Options
            name="language"
            type="checkbox"
            options={many("language", keysOf(LANGUAGES), (key) => LANGUAGES[key])}
          />
        </Group>
        <Group title="Technician" isOpen={params.gender !== null || params.isClaimedOnly}>
          <Options name="gender" type="radio" options={single(params.gender, "gender", Object.entries(GENDERS))} />
          <Options
            name="claimed"
            type="checkbox"
            options={[
              {
                value: "1",
                label: "Only profiles kept by their technician",
                isChecked: params.isClaimedOnly,
                count: counts ? (counts.claimed["1"] ?? 0) : null,
              },
            ]}
          />
        </Group>
        <Button look="quiet">Apply filters</Button>
      </div>
    </details>
  );
}
