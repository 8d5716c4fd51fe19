import { Prisma } from "#app/platform/generated/prisma/client.ts";

/**
 * SQL for "readers may see it", where `r` is a row of "Review": a reported review stays visible while it is looked
 * into, unless it is hidden for harm or personal data. The one place that decides it for queries.
 */
export const visibleReviewSql = Prisma.sql`r.status IN ('published', 'under_investigation') AND NOT r."isHidden"`;
