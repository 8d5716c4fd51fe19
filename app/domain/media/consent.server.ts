import { Prisma } from "#app/platform/generated/prisma/client.ts";

/**
 * SQL for "nobody has taken back their consent to publish it", where `ph` is a row of "Photo" and `c` one of
 * "PortfolioCase". Every query that shows a picture asks, so that what is withdrawn is gone everywhere at once (P-02).
 */
export const photoIsConsentedSql = Prisma.sql`NOT EXISTS (SELECT 1 FROM "Consent" w
  WHERE w."photoId" = ph.id AND w.purpose = 'publish_photo' AND w."withdrawnAt" IS NOT NULL)`;

export const caseIsConsentedSql = Prisma.sql`NOT EXISTS (SELECT 1 FROM "Consent" w
  WHERE w."portfolioCaseId" = c.id AND w.purpose = 'publish_photo' AND w."withdrawnAt" IS NOT NULL)`;
