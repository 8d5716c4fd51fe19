import { Form, Link } from "@remix-run/react";
import { RESULT_STAGES } from "#app/domain/portfolio/portfolio-case.ts";
import { hasReviewFilter } from "#app/domain/reviews/review-filters.ts";
import type { ReviewPage } from "#app/domain/reviews/review.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { plural } from "#app/ui/format.ts";

type Option = { value: string; label: string; count: number };

/**
 * Filters of the reviews with what each option would give. A plain GET form: without JavaScript it loads the page
 * again, with it the list changes in place. A new choice starts at the first page.
 */
export function ReviewFilterForm({ page, path }: { page: ReviewPage; path: string }) {
  const { filters, counts } = page;
  return (
    <Form method="get" action={`${path}#review-list`} preventScrollReset className="review-filters">
      <FilterSelect
        label="Stars"
        name="stars"
        chosen={filters.stars === null ? "" : String(filters.stars)}
        options={counts.stars.map(({ value, count }) => ({
          value: String(value),
          label: plural(value, "star"),
          count,
        }))}
      />
      <FilterSelect
        label="Age of result"
        name="stage"
        chosen={filters.stage ?? ""}
        options={counts.stage.map(({ value, count }) => ({
          value,
          label: RESULT_STAGES.find(({ stage }) => stage === value)?.label ?? value,
          count,
        }))}
      />
      <FilterSelect
        label="Treatment"
        name="treatment"
        chosen={filters.treatment ?? ""}
        options={counts.treatment.map(({ value, count }) => ({ value, label: TREATMENTS[value], count }))}
      />
      <div className="row">
        <Button look="quiet">Show reviews</Button>
        {hasReviewFilter(filters) ? (
          <Link to={`${path}#review-list`} preventScrollReset>
            Clear filters
          </Link>
        ) : null}
      </div>
    </Form>
  );
}

function FilterSelect({
  label,
  name,
  chosen,
  options,
}: {
  label: string;
  name: string;
  chosen: string;
  options: Option[];
}) {
  return (
    // An uncontrolled field keeps its first value: a new address makes a new field, and leaves the button its focus.
    <SelectField key={chosen} label={label} name={name} defaultValue={chosen}>
      <option value="">All</option>
      {options.map(({ value, label: words, count }) => (
        <option key={value} value={value}>
          {`${words} (${count})`}
        </option>
      ))}
    </SelectField>
  );
}
