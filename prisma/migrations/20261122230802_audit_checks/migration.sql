-- CreateTable
CREATE TABLE "AuditCheck" (
    "id" BIGSERIAL NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rowCount" INTEGER NOT NULL,
    "lastSequence" BIGINT NOT NULL DEFAULT 0,
    "lastHash" TEXT NOT NULL DEFAULT '',
    "brokenSequence" BIGINT,
    "problem" TEXT,

    CONSTRAINT "AuditCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditCheck_checkedAt_idx" ON "AuditCheck"("checkedAt");

-- A look that found something says where and what; what was looked at stays as it was.
ALTER TABLE "AuditCheck" ADD CONSTRAINT audit_check_problem CHECK (("brokenSequence" IS NULL) = (problem IS NULL));
CREATE TRIGGER audit_check_append_only BEFORE UPDATE OR DELETE ON "AuditCheck" FOR EACH ROW EXECUTE FUNCTION refuse_change();
