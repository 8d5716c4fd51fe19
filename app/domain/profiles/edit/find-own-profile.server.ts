import { dayOf } from "#app/domain/criteria/evidence.ts";
import { currencyOf } from "#app/domain/places/countries.ts";
import { SLUG_CHANGES } from "#app/domain/profiles/edit/change-slug.server.ts";
import { showPrice } from "#app/domain/profiles/edit/price-fields.ts";
import { priceTitle, priceWords } from "#app/domain/profiles/edit/price.ts";
import { loadPrices, seenOfPrice } from "#app/domain/profiles/edit/save-prices.server.ts";
import type { SectionKey, ShownFields } from "#app/domain/profiles/edit/section.ts";
import { SECTIONS } from "#app/domain/profiles/edit/sections.server.ts";
import type { Section } from "#app/domain/profiles/edit/sections.server.ts";
import { PAID_CURRENCIES } from "#app/domain/reviews/review-draft-schema.ts";
import { isConfirmationOld } from "#app/domain/technicians/confirmation.ts";
import { hashContent } from "#app/domain/technicians/hash-content.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import type { Json } from "#app/domain/technicians/revision.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** A section as its form is made: the values, and the name of what they were made from. */
export type OwnSection = ShownFields & { seen: string };
export type OwnPrice = ShownFields & { id: string; seen: string; title: string; words: string };

/** What the page for editing a profile shows. */
export type OwnProfile = {
  slug: string;
  name: string;
  status: "draft" | "published" | "unclaimed" | "suspended";
  lastConfirmedOn: string | null;
  isConfirmationOld: boolean;
  slugChangesLeft: number;
  sections: Record<SectionKey, OwnSection>;
  prices: OwnPrice[];
  currencies: readonly string[];
  /** What a new price is in, unless told otherwise. */
  currency: string;
  placeCount: number;
};

/** The profile that somebody keeps, as they edit it. Null for who keeps none. */
export async function findOwnProfile({ userId, technicianId }: Keeper, now: Date): Promise<OwnProfile | null> {
  const tx = db();
  const row = await tx.technician.findFirst({
    where: { id: technicianId, ownerId: userId },
    select: {
      slug: true,
      name: true,
      status: true,
      lastConfirmedOn: true,
      premises: { orderBy: { position: "asc" }, select: { premises: { select: { countryCode: true } } } },
      revisions: {
        where: { section: "slug", createdAt: { gt: new Date(now.getTime() - SLUG_CHANGES.days * DAY_MS) } },
        select: { id: true },
      },
    },
  });
  if (row === null) return null;
  const [about, practice, treatments, prices] = await Promise.all([
    show(SECTIONS.about, technicianId, tx),
    show(SECTIONS.practice, technicianId, tx),
    show(SECTIONS.treatments, technicianId, tx),
    loadPrices(technicianId, tx),
  ]);
  const lastConfirmedOn = row.lastConfirmedOn === null ? null : dayOf(row.lastConfirmedOn);
  const country = row.premises[0]?.premises.countryCode;
  return {
    slug: row.slug,
    name: row.name,
    status: row.status,
    lastConfirmedOn,
    isConfirmationOld: isConfirmationOld(lastConfirmedOn, dayOf(now)),
    slugChangesLeft: Math.max(0, SLUG_CHANGES.most - row.revisions.length),
    sections: { about, practice, treatments },
    prices: prices.map((price) => ({
      ...showPrice(price),
      id: price.id,
      seen: seenOfPrice(prices, price.id),
      title: priceTitle(price),
      words: priceWords(price),
    })),
    currencies: PAID_CURRENCIES,
    currency: prices[0]?.currency ?? (country === undefined ? null : currencyOf(country)) ?? "GBP",
    placeCount: row.premises.length,
  };
}

async function show<C extends { [key: string]: Json }>(section: Section<C>, id: string, tx: Db): Promise<OwnSection> {
  const content = await section.load(id, tx);
  return { ...section.fields.show(content), seen: hashContent(content) };
}
