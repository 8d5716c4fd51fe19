-- CreateEnum
CREATE TYPE "ReviewSignalKind" AS ENUM ('burst', 'near_identical', 'shared_device', 'new_account_extreme', 'impossible_dates', 'reciprocal', 'picture_reuse', 'shared_contact', 'serial_reporting');

-- CreateEnum
CREATE TYPE "DefamationAnswer" AS ENUM ('keep', 'remove', 'defective');

-- CreateEnum
CREATE TYPE "BulkRejectionStatus" AS ENUM ('proposed', 'confirmed', 'refused');

-- AlterEnum
ALTER TYPE "FollowUpStatus" ADD VALUE 'changes_requested';
ALTER TYPE "FollowUpStatus" ADD VALUE 'removed';

-- AlterEnum
ALTER TYPE "ReplyStatus" ADD VALUE 'changes_requested';
ALTER TYPE "ReplyStatus" ADD VALUE 'withdrawn';

-- AlterTable
ALTER TABLE "Consent" ADD COLUMN     "reviewId" UUID;

-- AlterTable
ALTER TABLE "ModerationDecision" ADD COLUMN     "stars" INTEGER,
ADD COLUMN     "waitingSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Photo" ADD COLUMN     "byteLength" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "hasAvif" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Reply" ADD COLUMN     "closedReason" "ReviewReason";

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "isByTechnician" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "receiptHash" TEXT;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "deviceHash" TEXT,
ADD COLUMN     "followUpsStoppedAt" TIMESTAMPTZ(3),
ADD COLUMN     "ipHash" TEXT,
ADD COLUMN     "redactionReason" "ReviewReason",
ADD COLUMN     "signalsCheckedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ReviewFollowUp" ADD COLUMN     "closedReason" "ReviewReason";

-- AlterTable
ALTER TABLE "Session" DROP COLUMN "userAgentHash",
ADD COLUMN     "device" TEXT;

-- AlterTable
ALTER TABLE "VisitProof" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "checkedById" UUID,
ADD COLUMN     "isAccepted" BOOLEAN;

-- CreateTable
CREATE TABLE "ReviewRevision" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewSignal" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "kind" "ReviewSignalKind" NOT NULL,
    "detail" TEXT NOT NULL,
    "relatedIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewSignal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUpInvite" (
    "reviewId" UUID NOT NULL,
    "month" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FollowUpInvite_pkey" PRIMARY KEY ("reviewId","month")
);

-- CreateTable
CREATE TABLE "DefamationNotice" (
    "reportId" UUID NOT NULL,
    "complainantName" TEXT NOT NULL,
    "complainantEmail" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "isIdentityShared" BOOLEAN NOT NULL DEFAULT false,
    "forwardBy" TIMESTAMPTZ(3) NOT NULL,
    "forwardedAt" TIMESTAMPTZ(3),
    "answerBy" TIMESTAMPTZ(3),
    "answer" "DefamationAnswer",
    "answeredAt" TIMESTAMPTZ(3),
    "authorContact" TEXT,
    "isContactShared" BOOLEAN NOT NULL DEFAULT false,
    "actBy" TIMESTAMPTZ(3),
    "actedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DefamationNotice_pkey" PRIMARY KEY ("reportId")
);

-- CreateTable
CREATE TABLE "BulkRejection" (
    "id" UUID NOT NULL,
    "authorId" UUID,
    "reason" "ReviewReason" NOT NULL,
    "note" TEXT NOT NULL,
    "reviewIds" UUID[],
    "status" "BulkRejectionStatus" NOT NULL DEFAULT 'proposed',
    "proposedById" UUID,
    "secondById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkRejection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutgoingMail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "toEmail" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sealed" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sendingAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReviewRevision_reviewId_version_key" ON "ReviewRevision"("reviewId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewSignal_reviewId_kind_key" ON "ReviewSignal"("reviewId", "kind");

-- CreateIndex
CREATE INDEX "DefamationNotice_forwardBy_idx" ON "DefamationNotice"("forwardBy");

-- CreateIndex
CREATE INDEX "DefamationNotice_answerBy_idx" ON "DefamationNotice"("answerBy");

-- CreateIndex
CREATE INDEX "DefamationNotice_actBy_idx" ON "DefamationNotice"("actBy");

-- CreateIndex
CREATE INDEX "BulkRejection_status_createdAt_idx" ON "BulkRejection"("status", "createdAt");

-- CreateIndex
CREATE INDEX "BulkRejection_authorId_idx" ON "BulkRejection"("authorId");

-- CreateIndex
CREATE INDEX "BulkRejection_proposedById_idx" ON "BulkRejection"("proposedById");

-- CreateIndex
CREATE INDEX "BulkRejection_secondById_idx" ON "BulkRejection"("secondById");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_key_key" ON "OutgoingMail"("key");

-- CreateIndex
CREATE INDEX "OutgoingMail_notBefore_idx" ON "OutgoingMail"("notBefore");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE INDEX "Consent_reviewId_idx" ON "Consent"("reviewId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_receiptHash_key" ON "Report"("receiptHash");

-- CreateIndex
CREATE INDEX "VisitProof_checkedById_idx" ON "VisitProof"("checkedById");

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitProof" ADD CONSTRAINT "VisitProof_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRevision" ADD CONSTRAINT "ReviewRevision_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewSignal" ADD CONSTRAINT "ReviewSignal_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUpInvite" ADD CONSTRAINT "FollowUpInvite_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DefamationNotice" ADD CONSTRAINT "DefamationNotice_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkRejection" ADD CONSTRAINT "BulkRejection_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkRejection" ADD CONSTRAINT "BulkRejection_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkRejection" ADD CONSTRAINT "BulkRejection_secondById_fkey" FOREIGN KEY ("secondById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Rules that the schema language can't express.
ALTER TABLE "ReviewSignal" ADD CONSTRAINT review_signal_length CHECK (length(detail) BETWEEN 1 AND 1000);
ALTER TABLE "ReviewSignal" ALTER COLUMN "relatedIds" SET NOT NULL;
ALTER TABLE "BulkRejection" ALTER COLUMN "reviewIds" SET NOT NULL;
-- A second look is another person's, never the author's.
ALTER TABLE "BulkRejection" ADD CONSTRAINT bulk_rejection_two_people CHECK ("secondById" <> "proposedById");
ALTER TABLE "BulkRejection" ADD CONSTRAINT bulk_rejection_closed CHECK ((status = 'proposed') = ("closedAt" IS NULL));
ALTER TABLE "ModerationDecision" ADD CONSTRAINT moderation_decision_stars CHECK (stars BETWEEN 1 AND 5);
ALTER TABLE "OutgoingMail" ADD CONSTRAINT outgoing_mail_end CHECK ("sentAt" IS NULL OR "failedAt" IS NULL);
-- What is over keeps no body: it may hold a link that signs in.
ALTER TABLE "OutgoingMail" ADD CONSTRAINT outgoing_mail_sealed CHECK (("sentAt" IS NULL AND "failedAt" IS NULL) = (sealed IS NOT NULL));
CREATE INDEX outgoing_mail_waiting ON "OutgoingMail" ("notBefore") WHERE "sentAt" IS NULL AND "failedAt" IS NULL;
-- Reviews whose signals were not looked for yet.
CREATE INDEX review_signals_due ON "Review" ("submittedAt") WHERE "signalsCheckedAt" IS NULL AND status IN ('pending', 'in_review');

-- The chain of the audit record is made where nobody can leave it out: each row carries the hash of the one before it.
-- One lock orders the writers; whoever records something does it as the last statement of a transaction. The text that
-- is hashed joins the columns by the ASCII unit separator; app/platform/audit.server.ts makes the same text to verify.
ALTER TABLE "AuditEvent" ADD CONSTRAINT audit_event_plain CHECK (
  concat(action, "subjectKind", "subjectId", "fromState", "toState", reason, "requestId") !~ '[[:cntrl:]]');
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7204002);
  NEW.sequence := nextval(pg_get_serial_sequence('"AuditEvent"', 'sequence'));
  NEW."previousHash" := coalesce((SELECT hash FROM "AuditEvent" ORDER BY sequence DESC LIMIT 1), '');
  NEW.hash := encode(sha256(convert_to(concat_ws(chr(31), NEW."previousHash", NEW.sequence,
    to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), coalesce(NEW."actorId"::text, ''), NEW.action,
    NEW."subjectKind", NEW."subjectId", coalesce(NEW."fromState", ''), coalesce(NEW."toState", ''),
    coalesce(NEW.reason, ''), coalesce(NEW."requestId", '')), 'UTF8')), 'hex');
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_chain BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION chain_audit_event();
