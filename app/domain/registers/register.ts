import type { PublicRegister, RegisterImporter } from "#app/domain/registers/register-importer.ts";
import { REGISTERS } from "#app/domain/registers/registers.ts";

/*
 * A public register: an authority's published list of inspected premises. It has no states; what it says is dated by
 * its snapshot. Facts from one are stored with its key, and here a key becomes what a page says of it.
 */

/** The importer of a format, or null where no register has this name. */
export function importerOf(format: string): RegisterImporter | null {
  return REGISTERS.find(({ source }) => source === format) ?? null;
}

/** The source key of an authority's register in a form that many publish in. */
export function publishedSource(format: string, publisher: string): string {
  return `${format}:${publisher}`;
}

/** The register behind a stored source key, or null where the source is a studio's list ("list:...") or unknown. */
export function registerOf(source: string): PublicRegister | null {
  const [format = "", publisher] = source.split(":", 2);
  const register = importerOf(format)?.register;
  if (typeof register === "function") return publisher ? register(readableKey(publisher)) : null;
  return publisher === undefined ? (register ?? null) : null;
}

/** "sample-register" as "Sample register". */
export function readableKey(key: string): string {
  const words = key.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const LIST_PREFIX = "list:";

/** The source key of listings that a studio or school brought in a file of its own. */
export function listSource(name: string): string {
  return `${LIST_PREFIX}${name}`;
}

/** The name of the list behind a source key, or null where the source is a register. */
export function listNameOf(source: string): string | null {
  return source.startsWith(LIST_PREFIX) ? source.slice(LIST_PREFIX.length) : null;
}

type PlainInfraction = {
  category: string;
  text: string;
  /** The rule that was broken, as the register cites it, or null where it cites none. */
  citation: string | null;
};

/**
 * An infraction in words for readers: without the register's numbering and standing phrases, the citation apart.
 * "Personal service setting - fail to ensure X. Reg. Subsec. 8 (4)" becomes "Failed to ensure X".
 */
export function plainInfraction(infraction: { category: string; text: string }): PlainInfraction {
  const cited = /^(.*?)[\s.]*\b(Reg\.\s+\S.*)$/su.exec(infraction.text.trim());
  const said = (cited?.[1] ?? infraction.text)
    .replace(/^personal service setting\s+[-–—¿]\s+/iu, "")
    .replace(/^operator fail to\b/iu, "the operator failed to")
    .replace(/^fail to\b/iu, "failed to")
    .replace(/[\s.]+$/u, "");
  return {
    category: infraction.category.replace(/^\d+\s*[-–—]\s*/u, "").trim(),
    text: said === "" ? infraction.text.trim() : said.charAt(0).toUpperCase() + said.slice(1),
    citation: cited?.[2]?.trim() ?? null,
  };
}
