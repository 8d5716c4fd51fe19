import { z } from "zod";
import { COUNTRY_CODES } from "#app/domain/places/countries.ts";
import { isDay } from "#app/domain/registers/snapshot-date.ts";
import { quoteValue } from "#app/domain/registers/refusal.ts";
import type { Refusal } from "#app/domain/registers/refusal.ts";
import { repairText } from "#app/domain/registers/repair-text.ts";

/** Schemas for the cells of an import file. Their messages follow the value: `"x" is not a date`. */
export const MISSING = "is missing";

/** Characters that no name or text needs: controls, marks that reorder a line, halves of pairs, holes of encodings. */
const UNWANTED = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/u;

/** One line of text: repaired, NFC, white space joined; from 1 to `max` characters. */
export function lineCell(max: number): z.ZodType<string, string> {
  return z
    .string()
    .transform((text) =>
      repairText(text)
        .normalize("NFC")
        .replace(/[\t\r\n \u00a0]+/gu, " ")
        .trim(),
    )
    .pipe(boundedText(max));
}

/** Text of several lines. */
export function textCell(max: number): z.ZodType<string, string> {
  return z
    .string()
    .transform((text) =>
      repairText(text)
        .normalize("NFC")
        .replace(/\r\n?/gu, "\n")
        .replace(/[\t\u00a0]+/gu, " ")
        .trim(),
    )
    .pipe(boundedText(max));
}

function boundedText(max: number) {
  return z
    .string()
    .min(1, MISSING)
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !UNWANTED.test(text.replaceAll("\n", "")), "holds a character that can't be shown");
}

export function dayCell(latest: string): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .min(1, MISSING)
    .refine(isDay, { error: "is not a date", abort: true })
    .refine((day) => day <= latest, `is after ${latest}, the date of this snapshot`);
}

export function numberCell(min: number, max: number): z.ZodType<number, string> {
  return z
    .string()
    .trim()
    .regex(/^[+-]?\d{1,9}(?:\.\d{1,15})?$/u, { error: "is not a number", abort: true })
    .transform(Number)
    .pipe(z.number().min(min, `is not between ${min} and ${max}`).max(max, `is not between ${min} and ${max}`));
}

/** One of the source's words for something, whatever its case. */
export function choiceCell<T>(values: ReadonlyMap<string, T>, message: string): z.ZodType<T, string> {
  return z.string().transform((text, context) => {
    const value = values.get(text.trim().toLowerCase());
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: text.trim() === "" ? MISSING : message });
    return z.NEVER;
  });
}

export const countryCell = z
  .string()
  .trim()
  .toUpperCase()
  .min(1, { error: MISSING, abort: true })
  .refine((code) => COUNTRY_CODES.includes(code), "is not a country code of two letters, such as GB or US");

/** An address on the web, http or https only. */
export function webCell(max: number): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !UNWANTED.test(text) && isWebAddress(text), "is not an http or https address");
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s"<>\\^`{|}]+$/u.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === "" && url.password === "" && url.hostname.includes(".");
}

/** Lets a cell be empty, or hold the register's word for nothing. */
export function optionalCell<T>(cell: z.ZodType<T, string>, nothing = ""): z.ZodType<T | null, string> {
  return z.string().transform((text, context) => {
    if (text.trim() === "" || text.trim() === nothing) return null;
    const parsed = cell.safeParse(text);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.addIssue({ code: "custom", message: issue.message });
    return z.NEVER;
  });
}

/** The reasons why a row was not taken, one per cell, with the cell's value where it has one. */
export function refusalsOf(error: z.ZodError, cells: Record<string, string>, line: number): Refusal[] {
  const first = new Map<string, string>();
  for (const issue of error.issues) {
    const column = String(issue.path[0] ?? "");
    if (!first.has(column)) first.set(column, issue.message);
  }
  return [...first].map(([column, message]) => {
    const value = cells[column] ?? "";
    const reason = value.trim() === "" || message === MISSING ? message : `${quoteValue(value)} ${message}`;
    return { line, column: column === "" ? null : column, reason };
  });
}
