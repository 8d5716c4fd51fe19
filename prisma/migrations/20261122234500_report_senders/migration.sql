-- AlterTable
ALTER TABLE "DefamationNotice" ADD COLUMN     "quotedWords" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "reporterKey" TEXT;

-- Rules that the schema language can't express.
-- One open report per reason and subject for those without an account too, and for the clock.
CREATE UNIQUE INDEX report_one_open_key ON "Report" ("reporterKey", "subjectKind", "subjectId", reason)
  WHERE "reporterKey" IS NOT NULL AND status IN ('open', 'claimed');
ALTER TABLE "Report" ADD CONSTRAINT report_key_open CHECK ("reporterKey" IS NULL OR status IN ('open', 'claimed'));
-- The clocks of notices read only those that still run.
CREATE INDEX defamation_notice_running ON "DefamationNotice" ("forwardBy") WHERE "actedAt" IS NULL;
