import { dayNumber } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import type { Box } from "#app/domain/places/distance.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";

/**
 * Filters in the search engine's own language. Every part is made here, from values that went through an allow-list
 * or are numbers; a string is always quoted. Outer array: all must hold. Inner array: any will do.
 */
export type Filter = (string | string[])[];

/** Kinds whose options are alternatives: to count them, a search is repeated without the kind's own filter. */
export const ALTERNATIVE_KINDS = ["treatment", "concern", "skin", "language", "gender", "ratingMin", "result"] as const;
export type AlternativeKind = (typeof ALTERNATIVE_KINDS)[number];

/** A string of the filter language: whatever is in it, it stays one value. */
export function quote(value: string): string {
  // A backslash or a quote would end or change the value; control characters have no business in one.
  const clean = value.replace(/\p{Cc}/gu, " ").slice(0, 200);
  return `"${clean.replace(/[\\"]/g, "\\$&")}"`;
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError("a filter needs a finite number");
  // Exponents are not part of the filter language.
  return Number.isInteger(value) ? String(value) : value.toFixed(7);
}

const any = (attribute: string, values: readonly (string | number)[]): string[] =>
  values.map((value) => `${attribute} = ${typeof value === "number" ? number(value) : quote(value)}`);

/** Premises inside any of the boxes; a technician's first three places of work count. */
export function boxesFilter(boxes: Box[]): string {
  if (boxes.length === 0) return "lat > 90";
  const slots = [
    ["lat", "lng"],
    ["lat2", "lng2"],
    ["lat3", "lng3"],
  ];
  const inBox = (box: Box, lat: string, lng: string) =>
    `(${lat} ${number(box.south)} TO ${number(box.north)} AND ${lng} ${number(box.west)} TO ${number(box.east)})`;
  return boxes.flatMap((box) => slots.map(([lat, lng]) => inBox(box, lat ?? "", lng ?? ""))).join(" OR ");
}

/** Checked facts count up to the day before the one on which they run out. */
export function verifiedFilter(criterion: SearchParams["verified"][number], today: Day): string {
  return `${criterion}Until > ${number(dayNumber(today))}`;
}

/** All filters of a search but its place; `without` leaves one kind out, for counting its options. */
export function paramsFilter(params: SearchParams, today: Day, without: AlternativeKind | null = null): Filter {
  const filter: Filter = [];
  for (const kind of ["treatment", "concern", "skin", "language"] as const) {
    if (kind !== without && params[kind].length > 0) filter.push(any(kind, params[kind]));
  }
  for (const criterion of params.verified) filter.push(verifiedFilter(criterion, today));
  for (const feature of params.feature) filter.push(`feature = ${quote(feature)}`);
  if (params.gender && without !== "gender") filter.push(`gender = ${quote(params.gender)}`);
  if (params.ratingMin !== null && without !== "ratingMin") filter.push(`ratingMean >= ${number(params.ratingMin)}`);
  if (params.result && without !== "result") filter.push(`resultAtLeast = ${quote(params.result)}`);
  if (params.priceMax !== null && params.currency !== null) {
    filter.push(`price.${params.currency} <= ${number(Math.round(params.priceMax * 100))}`);
  }
  if (params.isClaimedOnly) filter.push("claimed = 1");
  return filter;
}
