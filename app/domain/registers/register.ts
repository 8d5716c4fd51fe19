/**
 * A public register: an authority's published list of inspected premises. It has no states; what it says is dated by
 * its snapshot. Here stands what a page must say wherever it shows a fact from one, by the key that is stored with it.
 */
type Register = {
  title: string;
  authority: string;
  licence: string;
  licenceUrl: string;
  /** The sentence that the licence asks for. */
  credit: string;
  sourceUrl: string;
};

export const REGISTERS = {
  "toronto-bodysafe": {
    title: "Toronto BodySafe register",
    authority: "Toronto Public Health",
    licence: "Open Government Licence – Toronto",
    licenceUrl: "https://open.toronto.ca/open-data-license/",
    credit: "Contains information licensed under the Open Government Licence – Toronto.",
    sourceUrl: "https://open.toronto.ca/dataset/bodysafe/",
  },
} as const satisfies Record<string, Register>;

export type RegisterKey = keyof typeof REGISTERS;
export const REGISTER_KEYS = Object.keys(REGISTERS).filter(isRegisterKey);

export function isRegisterKey(key: string): key is RegisterKey {
  return Object.hasOwn(REGISTERS, key);
}

/** The register behind a stored source key, or null where the source is a studio's list ("list:...") or unknown. */
export function registerOf(source: string): Register | null {
  return isRegisterKey(source) ? REGISTERS[source] : null;
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
