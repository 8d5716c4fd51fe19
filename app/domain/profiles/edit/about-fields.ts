import { z } from "zod";
import { webUrl } from "#app/domain/profiles/web-url.ts";
import type { SectionFields } from "#app/domain/profiles/edit/section.ts";
import { MOST_BIO, MOST_NAME, MOST_PRONOUNS } from "#app/domain/profiles/edit/bounds.ts";
import { GENDERS, LANGUAGES } from "#app/domain/technicians/vocabulary.ts";
import type { Gender } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";
import { readFields } from "#app/platform/read-fields.ts";
import { ok } from "#app/platform/result.ts";

export type AboutContent = {
  name: string;
  pronouns: string | null;
  gender: Gender | null;
  bio: string;
  websiteUrl: string | null;
  languages: string[];
};

const MOST_ADDRESS = 300;

/** "example.org" is what people type; only web addresses that a reader may be sent to pass. */
const website = z
  .string()
  .max(MOST_ADDRESS - "https://".length, "This address is too long.")
  .transform((typed) => webUrl(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`))
  .refine(
    (address) => address !== null && address.length <= MOST_ADDRESS && new URL(address).host.includes("."),
    "Give the address of a website, such as https://example.org.",
  );

const schema = z.object({
  name: z.string("Give the name that clients know you by.").max(MOST_NAME, `At most ${MOST_NAME} characters.`),
  pronouns: z.string().max(MOST_PRONOUNS, `At most ${MOST_PRONOUNS} characters.`).optional(),
  gender: keysOf(GENDERS).optional(),
  bio: z.string().max(MOST_BIO, `At most ${MOST_BIO} characters. Shorten it a little.`).optional(),
  websiteUrl: website.optional(),
  languages: z.array(keysOf(LANGUAGES)).max(Object.keys(LANGUAGES).length),
});

export const aboutFields: SectionFields<AboutContent> = {
  schema,
  read: (form) => {
    const fields = readFields(schema, form, ["languages"]);
    if (!fields.ok) return fields;
    const { name, pronouns = null, gender = null, bio = "", websiteUrl = null, languages } = fields.value;
    return ok({ name, pronouns, gender, bio, websiteUrl, languages: inOrder(Object.keys(LANGUAGES), languages) });
  },
  show: ({ languages, name, pronouns, gender, bio, websiteUrl }) => ({
    values: { name, pronouns: pronouns ?? "", gender: gender ?? "", bio, websiteUrl: websiteUrl ?? "" },
    lists: { languages },
  }),
};

/** Each once, in the order of the vocabulary: the same choice is the same content. */
export function inOrder<T extends string>(known: readonly string[], chosen: readonly T[]): T[] {
  return [...new Set(chosen)].sort((a, b) => known.indexOf(a) - known.indexOf(b));
}
