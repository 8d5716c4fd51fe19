-- CreateEnum
CREATE TYPE "ListingClaimMethod" AS ENUM ('domain_email', 'post_code', 'telephone_code', 'documents');

-- CreateEnum
CREATE TYPE "ListingClaimStatus" AS ENUM ('awaiting_code', 'awaiting_moderator', 'granted', 'refused', 'withdrawn', 'lapsed');

-- CreateEnum
CREATE TYPE "CheckReason" AS ENUM ('unreadable', 'incomplete', 'not_this_kind', 'name_differs', 'place_differs', 'number_not_found', 'out_of_date', 'revoked_at_source', 'altered', 'used_by_another', 'not_their_work', 'consent_missing', 'shows_identity', 'photo_edited', 'age_contradicted', 'not_smp', 'not_proven', 'better_proven_by_another');

-- CreateEnum
CREATE TYPE "EvidenceProposalStatus" AS ENUM ('proposed', 'confirmed', 'refused');

-- CreateEnum
CREATE TYPE "RegimeValidity" AS ENUM ('dated', 'none', 'unknown');

-- CreateEnum
CREATE TYPE "VisitCodeChannel" AS ENUM ('code', 'card', 'mail', 'enquiry');

-- CreateEnum
CREATE TYPE "CountKind" AS ENUM ('profile_view', 'search_appearance', 'shortlist');

-- AlterEnum
ALTER TYPE "PortfolioStatus" ADD VALUE 'changes_requested';

-- AlterEnum
ALTER TYPE "SubjectKind" ADD VALUE 'listing_claim';

-- AlterTable
ALTER TABLE "EnquiryRecipient" ADD COLUMN     "bookedFor" TIMESTAMPTZ(3),
ADD COLUMN     "readAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ModerationDecision" ADD COLUMN     "checkReason" "CheckReason";

-- AlterTable
ALTER TABLE "PortfolioCase" ADD COLUMN     "closedReason" "CheckReason",
ADD COLUMN     "submittedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Regime" ADD COLUMN     "differsWithin" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lookFor" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sourceUrl" TEXT,
ADD COLUMN     "validity" "RegimeValidity" NOT NULL DEFAULT 'unknown';

-- AlterTable
ALTER TABLE "Technician" ADD COLUMN     "confirmNudgedAt" TIMESTAMPTZ(3),
ADD COLUMN     "responseCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "responseMinutesMedian" INTEGER;

-- AlterTable
ALTER TABLE "VisitCode" ADD COLUMN     "channel" "VisitCodeChannel" NOT NULL DEFAULT 'code',
ADD COLUMN     "emailHash" TEXT;

-- CreateTable
CREATE TABLE "PendingUpload" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "portfolioCaseId" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "receivedBytes" INTEGER NOT NULL DEFAULT 0,
    "storageKey" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PendingUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TechnicianRevision" (
    "id" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "changedById" UUID,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TechnicianRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TreatmentDescription" (
    "technicianId" UUID NOT NULL,
    "treatment" "Treatment" NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "TreatmentDescription_pkey" PRIMARY KEY ("technicianId","treatment")
);

-- CreateTable
CREATE TABLE "ListingClaim" (
    "id" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "claimantId" UUID NOT NULL,
    "method" "ListingClaimMethod" NOT NULL,
    "status" "ListingClaimStatus" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "statement" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "codeHash" TEXT,
    "codeExpiresAt" TIMESTAMPTZ(3),
    "codeTries" INTEGER NOT NULL DEFAULT 0,
    "codeIssuedById" UUID,
    "documentId" UUID,
    "earlierOwnerId" UUID,
    "objection" TEXT,
    "objectedAt" TIMESTAMPTZ(3),
    "objectBy" TIMESTAMPTZ(3),
    "closedReason" "CheckReason",
    "submittedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ListingClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpeningHours" (
    "technicianId" UUID NOT NULL,
    "premisesId" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opensAt" INTEGER NOT NULL,
    "closesAt" INTEGER NOT NULL,

    CONSTRAINT "OpeningHours_pkey" PRIMARY KEY ("technicianId","premisesId","weekday","opensAt")
);

-- CreateTable
CREATE TABLE "EvidenceProposal" (
    "id" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "fromStatus" "EvidenceStatus" NOT NULL,
    "toStatus" "EvidenceStatus" NOT NULL,
    "reason" "CheckReason" NOT NULL,
    "note" TEXT NOT NULL,
    "status" "EvidenceProposalStatus" NOT NULL DEFAULT 'proposed',
    "proposedById" UUID,
    "secondById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EvidenceProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceWarning" (
    "evidenceId" UUID NOT NULL,
    "expiresOn" DATE NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EvidenceWarning_pkey" PRIMARY KEY ("evidenceId","expiresOn","daysBefore")
);

-- CreateTable
CREATE TABLE "InspectionNotice" (
    "inspectionId" UUID NOT NULL,
    "previousOutcome" "InspectionOutcome" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenById" UUID,
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "InspectionNotice_pkey" PRIMARY KEY ("inspectionId")
);

-- CreateTable
CREATE TABLE "CaseConsentRequest" (
    "id" UUID NOT NULL,
    "portfolioCaseId" UUID NOT NULL,
    "emailHash" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseConsentRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposedTime" (
    "id" UUID NOT NULL,
    "recipientId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProposedTime_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationStop" (
    "emailHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InvitationStop_pkey" PRIMARY KEY ("emailHash")
);

-- CreateTable
CREATE TABLE "TreatedCount" (
    "technicianId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "clients" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TreatedCount_pkey" PRIMARY KEY ("technicianId","month")
);

-- CreateTable
CREATE TABLE "DailyCount" (
    "technicianId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" "CountKind" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "DailyCount_pkey" PRIMARY KEY ("technicianId","day","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "PendingUpload_storageKey_key" ON "PendingUpload"("storageKey");

-- CreateIndex
CREATE INDEX "PendingUpload_ownerId_idx" ON "PendingUpload"("ownerId");

-- CreateIndex
CREATE INDEX "PendingUpload_expiresAt_idx" ON "PendingUpload"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "PendingUpload_portfolioCaseId_fingerprint_key" ON "PendingUpload"("portfolioCaseId", "fingerprint");

-- CreateIndex
CREATE INDEX "TechnicianRevision_technicianId_createdAt_idx" ON "TechnicianRevision"("technicianId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "TechnicianRevision_changedById_idx" ON "TechnicianRevision"("changedById");

-- CreateIndex
CREATE INDEX "ListingClaim_technicianId_status_idx" ON "ListingClaim"("technicianId", "status");

-- CreateIndex
CREATE INDEX "ListingClaim_claimantId_idx" ON "ListingClaim"("claimantId");

-- CreateIndex
CREATE INDEX "ListingClaim_status_submittedAt_idx" ON "ListingClaim"("status", "submittedAt");

-- CreateIndex
CREATE INDEX "ListingClaim_codeIssuedById_idx" ON "ListingClaim"("codeIssuedById");

-- CreateIndex
CREATE INDEX "ListingClaim_earlierOwnerId_idx" ON "ListingClaim"("earlierOwnerId");

-- CreateIndex
CREATE INDEX "ListingClaim_documentId_idx" ON "ListingClaim"("documentId");

-- CreateIndex
CREATE INDEX "EvidenceProposal_evidenceId_idx" ON "EvidenceProposal"("evidenceId");

-- CreateIndex
CREATE INDEX "EvidenceProposal_status_createdAt_idx" ON "EvidenceProposal"("status", "createdAt");

-- CreateIndex
CREATE INDEX "EvidenceProposal_proposedById_idx" ON "EvidenceProposal"("proposedById");

-- CreateIndex
CREATE INDEX "EvidenceProposal_secondById_idx" ON "EvidenceProposal"("secondById");

-- CreateIndex
CREATE INDEX "InspectionNotice_seenAt_createdAt_idx" ON "InspectionNotice"("seenAt", "createdAt");

-- CreateIndex
CREATE INDEX "InspectionNotice_seenById_idx" ON "InspectionNotice"("seenById");

-- CreateIndex
CREATE INDEX "CaseConsentRequest_portfolioCaseId_sentAt_idx" ON "CaseConsentRequest"("portfolioCaseId", "sentAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ProposedTime_recipientId_startsAt_key" ON "ProposedTime"("recipientId", "startsAt");

-- CreateIndex
CREATE INDEX "VisitCode_technicianId_emailHash_idx" ON "VisitCode"("technicianId", "emailHash");

-- AddForeignKey
ALTER TABLE "PendingUpload" ADD CONSTRAINT "PendingUpload_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingUpload" ADD CONSTRAINT "PendingUpload_portfolioCaseId_fkey" FOREIGN KEY ("portfolioCaseId") REFERENCES "PortfolioCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TechnicianRevision" ADD CONSTRAINT "TechnicianRevision_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TechnicianRevision" ADD CONSTRAINT "TechnicianRevision_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TreatmentDescription" ADD CONSTRAINT "TreatmentDescription_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingClaim" ADD CONSTRAINT "ListingClaim_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingClaim" ADD CONSTRAINT "ListingClaim_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingClaim" ADD CONSTRAINT "ListingClaim_codeIssuedById_fkey" FOREIGN KEY ("codeIssuedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingClaim" ADD CONSTRAINT "ListingClaim_earlierOwnerId_fkey" FOREIGN KEY ("earlierOwnerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingClaim" ADD CONSTRAINT "ListingClaim_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "PrivateDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_technicianId_premisesId_fkey" FOREIGN KEY ("technicianId", "premisesId") REFERENCES "TechnicianPremises"("technicianId", "premisesId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceProposal" ADD CONSTRAINT "EvidenceProposal_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceProposal" ADD CONSTRAINT "EvidenceProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceProposal" ADD CONSTRAINT "EvidenceProposal_secondById_fkey" FOREIGN KEY ("secondById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceWarning" ADD CONSTRAINT "EvidenceWarning_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionNotice" ADD CONSTRAINT "InspectionNotice_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionNotice" ADD CONSTRAINT "InspectionNotice_seenById_fkey" FOREIGN KEY ("seenById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseConsentRequest" ADD CONSTRAINT "CaseConsentRequest_portfolioCaseId_fkey" FOREIGN KEY ("portfolioCaseId") REFERENCES "PortfolioCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposedTime" ADD CONSTRAINT "ProposedTime_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "EnquiryRecipient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TreatedCount" ADD CONSTRAINT "TreatedCount_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DailyCount" ADD CONSTRAINT "DailyCount_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;
