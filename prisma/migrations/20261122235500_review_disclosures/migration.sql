-- AlterTable
ALTER TABLE "Review" ALTER COLUMN "relationship" DROP NOT NULL,
ALTER COLUMN "relationship" DROP DEFAULT,
ALTER COLUMN "isIncentivised" DROP NOT NULL,
ALTER COLUMN "isIncentivised" DROP DEFAULT;

-- A draft keeps "no" apart from "not answered"; what was sent has both answers.
ALTER TABLE "Review" ADD CONSTRAINT review_disclosed CHECK (status IN ('draft', 'withdrawn')
  OR ("relationship" IS NOT NULL AND "isIncentivised" IS NOT NULL));
