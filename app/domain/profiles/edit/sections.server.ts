import { aboutFields, inOrder } from "#app/domain/profiles/edit/about-fields.ts";
import type { AboutContent } from "#app/domain/profiles/edit/about-fields.ts";
import { practiceFields } from "#app/domain/profiles/edit/practice-fields.ts";
import type { PracticeContent } from "#app/domain/profiles/edit/practice-fields.ts";
import type { SectionFields } from "#app/domain/profiles/edit/section.ts";
import { treatmentFields } from "#app/domain/profiles/edit/treatment-fields.ts";
import type { TreatmentContent } from "#app/domain/profiles/edit/treatment-fields.ts";
import type { Json } from "#app/domain/technicians/revision.ts";
import { CONCERNS, LANGUAGES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Where a section of a profile is kept. Both ask for the id alone: whose it is was settled when its row was locked. */
export type Section<C extends { [key: string]: Json }> = {
  fields: SectionFields<C>;
  load: (technicianId: string, tx: Db) => Promise<C>;
  store: (technicianId: string, content: C, tx: Db) => Promise<void>;
};

const about: Section<AboutContent> = {
  fields: aboutFields,
  load: async (id, tx) => {
    const select = { name: true, pronouns: true, gender: true, bio: true, websiteUrl: true, languages: true } as const;
    const row = await tx.technician.findUniqueOrThrow({ where: { id }, select });
    const { name, pronouns, gender, bio, websiteUrl } = row;
    return { name, pronouns, gender, bio, websiteUrl, languages: inOrder(Object.keys(LANGUAGES), row.languages) };
  },
  store: async (id, content, tx) => {
    await tx.technician.update({ where: { id }, data: content });
  },
};

const practice: Section<PracticeContent> = {
  fields: practiceFields,
  load: async (id, tx) => {
    const row = await tx.technician.findUniqueOrThrow({
      where: { id },
      select: {
        practisingSince: true,
        smpShare: true,
        hasOwnHairLoss: true,
        topUpYearsMin: true,
        topUpYearsMax: true,
      },
    });
    const { practisingSince, smpShare, hasOwnHairLoss, topUpYearsMin, topUpYearsMax } = row;
    return { practisingSince, smpShare, hasOwnHairLoss, topUpYearsMin, topUpYearsMax };
  },
  store: async (id, content, tx) => {
    await tx.technician.update({ where: { id }, data: content });
  },
};

const treatments: Section<TreatmentContent> = {
  fields: treatmentFields,
  load: async (id, tx) => {
    const row = await tx.technician.findUniqueOrThrow({
      where: { id },
      select: {
        treatments: true,
        concerns: true,
        skinTypes: true,
        descriptions: { select: { treatment: true, words: true } },
      },
    });
    return {
      treatments: inOrder(Object.keys(TREATMENTS), row.treatments),
      concerns: inOrder(Object.keys(CONCERNS), row.concerns),
      skinTypes: [...row.skinTypes].sort((a, b) => a - b),
      words: Object.fromEntries(
        keysOf(TREATMENTS).options.flatMap((key) => {
          const own = row.descriptions.find(({ treatment }) => treatment === key);
          return own ? [[key, own.words]] : [];
        }),
      ),
    };
  },
  store: async (id, { words, ...choices }, tx) => {
    await tx.technician.update({ where: { id }, data: choices });
    await tx.treatmentDescription.deleteMany({ where: { technicianId: id } });
    const data = keysOf(TREATMENTS).options.flatMap((treatment) => {
      const own = words[treatment];
      return own === undefined ? [] : [{ technicianId: id, treatment, words: own }];
    });
    await tx.treatmentDescription.createMany({ data });
  },
};

export const SECTIONS = { about, practice, treatments };
