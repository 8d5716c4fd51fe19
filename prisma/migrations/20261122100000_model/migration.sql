-- CreateEnum
CREATE TYPE "Role" AS ENUM ('client', 'technician', 'moderator');

-- CreateEnum
CREATE TYPE "VerificationPurpose" AS ENUM ('verify_email', 'reset_password', 'change_email');

-- CreateEnum
CREATE TYPE "PhotoStage" AS ENUM ('before', 'fresh', 'healed', 'settled', 'aged');

-- CreateEnum
CREATE TYPE "ConsentPurpose" AS ENUM ('publish_photo', 'treat_enquiry', 'process_health_data');

-- CreateEnum
CREATE TYPE "TechnicianStatus" AS ENUM ('draft', 'published', 'unclaimed', 'suspended');

-- CreateEnum
CREATE TYPE "Gender" AS ENUM ('woman', 'man', 'nonbinary');

-- CreateEnum
CREATE TYPE "Treatment" AS ENUM ('full_shaved_look', 'hairline', 'density', 'crown', 'womens_part_line', 'scar_camouflage', 'alopecia_coverage', 'post_transplant', 'corrective', 'temporary_smp', 'fading_referral');

-- CreateEnum
CREATE TYPE "Concern" AS ENUM ('pattern_hair_loss', 'receding_hairline', 'thinning', 'womens_hair_loss', 'alopecia_areata', 'alopecia_totalis', 'scarring_alopecia', 'fut_scar', 'fue_scars', 'other_scar', 'after_cancer_treatment', 'after_transplant', 'vitiligo', 'earlier_smp');

-- CreateEnum
CREATE TYPE "Feature" AS ENUM ('private_room', 'step_free', 'quiet_hours', 'accessible_toilet');

-- CreateEnum
CREATE TYPE "Criterion" AS ENUM ('understanding', 'authorization', 'sterile', 'dedication', 'portfolio', 'training');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('authorization', 'hygiene', 'training', 'association');

-- CreateEnum
CREATE TYPE "EvidenceStatus" AS ENUM ('declared', 'submitted', 'in_check', 'verified', 'needs_better_copy', 'rejected', 'expired', 'superseded', 'withdrawn');

-- CreateEnum
CREATE TYPE "NoExpiryReason" AS ENUM ('none_under_regime', 'unknown');

-- CreateEnum
CREATE TYPE "AuthorizationHolder" AS ENUM ('person', 'premises');

-- CreateEnum
CREATE TYPE "HygieneKind" AS ENUM ('bloodborne_pathogen_certificate', 'infection_control_award', 'single_use_declaration', 'autoclave_spore_test', 'sharps_contract', 'insurance_certificate');

-- CreateEnum
CREATE TYPE "InspectionOutcome" AS ENUM ('pass', 'conditional_pass', 'closed');

-- CreateEnum
CREATE TYPE "InfractionSeverity" AS ENUM ('crucial', 'significant', 'minor');

-- CreateEnum
CREATE TYPE "HairLossScale" AS ENUM ('norwood', 'ludwig', 'none');

-- CreateEnum
CREATE TYPE "PortfolioStatus" AS ENUM ('draft', 'submitted', 'published', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "EnquiryStatus" AS ENUM ('sent', 'answered', 'consultation_booked', 'treated', 'declined', 'closed', 'withdrawn');

-- CreateEnum
CREATE TYPE "ProofLevel" AS ENUM ('confirmed', 'document_checked', 'contact_confirmed', 'unconfirmed');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('draft', 'awaiting_contact', 'pending', 'in_review', 'changes_requested', 'published', 'under_investigation', 'rejected', 'removed', 'appealed', 'rejected_final', 'withdrawn');

-- CreateEnum
CREATE TYPE "ReviewRelationship" AS ENUM ('none', 'friend_or_family', 'employee', 'competitor');

-- CreateEnum
CREATE TYPE "FollowUpStatus" AS ENUM ('draft', 'pending', 'published', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "ReplyStatus" AS ENUM ('draft', 'pending', 'published', 'rejected', 'removed');

-- CreateEnum
CREATE TYPE "ReviewReason" AS ENUM ('not_a_client', 'insider_or_competitor', 'incentive_undisclosed', 'duplicate', 'personal_data', 'medical_claim', 'accusation_of_crime', 'hate_or_threat', 'promotional', 'wrong_technician', 'too_little_detail', 'copied_or_generated', 'photo_without_consent', 'photo_edited');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('review', 'follow_up', 'reply', 'evidence', 'portfolio_case', 'report', 'appeal', 'technician', 'user');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('open', 'claimed', 'upheld', 'dismissed');

-- CreateEnum
CREATE TYPE "AppealStatus" AS ENUM ('open', 'upheld', 'overturned');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "roles" "Role"[] DEFAULT ARRAY['client']::"Role"[],
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "suspendedAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAuthAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mfaAt" TIMESTAMPTZ(3),
    "userAgentHash" TEXT,
    "ipHash" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "purpose" "VerificationPurpose" NOT NULL,
    "email" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VerificationToken_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "TotpCredential" (
    "userId" UUID NOT NULL,
    "secretEncrypted" BYTEA NOT NULL,
    "lastCounter" BIGINT NOT NULL DEFAULT 0,
    "recoveryCodeHashes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "confirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TotpCredential_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Photo" (
    "id" UUID NOT NULL,
    "storageKey" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "placeholderColour" TEXT NOT NULL,
    "perceptualHash" TEXT NOT NULL,
    "stage" "PhotoStage" NOT NULL,
    "daysSinceLastSession" INTEGER,
    "caption" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "portfolioCaseId" UUID,
    "reviewId" UUID,
    "reviewFollowUpId" UUID,

    CONSTRAINT "Photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrivateDocument" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "storageKey" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "purgeAfter" TIMESTAMPTZ(3),
    "purgedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrivateDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "purpose" "ConsentPurpose" NOT NULL,
    "textVersion" TEXT NOT NULL,
    "userId" UUID,
    "subjectEmailHash" TEXT,
    "photoId" UUID,
    "portfolioCaseId" UUID,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Technician" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "TechnicianStatus" NOT NULL DEFAULT 'draft',
    "name" TEXT NOT NULL,
    "pronouns" TEXT,
    "gender" "Gender",
    "bio" TEXT NOT NULL DEFAULT '',
    "websiteUrl" TEXT,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "treatments" "Treatment"[] DEFAULT ARRAY[]::"Treatment"[],
    "concerns" "Concern"[] DEFAULT ARRAY[]::"Concern"[],
    "skinTypes" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "practisingSince" INTEGER,
    "smpShare" INTEGER,
    "hasOwnHairLoss" BOOLEAN,
    "understandingStatement" TEXT,
    "dedicationStatement" TEXT,
    "topUpYearsMin" INTEGER,
    "topUpYearsMax" INTEGER,
    "lastConfirmedOn" DATE,
    "listingSource" TEXT,
    "listingRecord" TEXT,
    "listingSnapshotOn" DATE,
    "reviewCount" INTEGER NOT NULL DEFAULT 0,
    "ratingMean" DECIMAL(3,2),
    "ratingCounts" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[],
    "subRatingUnderstanding" DECIMAL(3,2),
    "subRatingSterile" DECIMAL(3,2),
    "subRatingDedication" DECIMAL(3,2),
    "subRatingPortfolio" DECIMAL(3,2),
    "recommendCount" INTEGER NOT NULL DEFAULT 0,
    "recommendAnswers" INTEGER NOT NULL DEFAULT 0,
    "ratingScore" DOUBLE PRECISION NOT NULL DEFAULT 3.5,
    "ownerId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "publishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Technician_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TechnicianSlug" (
    "slug" TEXT NOT NULL,
    "technicianId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TechnicianSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "TechnicianAnswer" (
    "id" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TechnicianAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Premises" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "region" TEXT,
    "countryCode" CHAR(2) NOT NULL,
    "postcode" TEXT,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "features" "Feature"[] DEFAULT ARRAY[]::"Feature"[],
    "registerSource" TEXT,
    "registerRecord" TEXT,
    "registerSnapshotOn" DATE,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Premises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TechnicianPremises" (
    "technicianId" UUID NOT NULL,
    "premisesId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "guestFrom" DATE,
    "guestUntil" DATE,

    CONSTRAINT "TechnicianPremises_pkey" PRIMARY KEY ("technicianId","premisesId")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "criterion" "Criterion" NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "status" "EvidenceStatus" NOT NULL DEFAULT 'declared',
    "version" INTEGER NOT NULL DEFAULT 1,
    "issuedOn" DATE,
    "expiresOn" DATE,
    "noExpiryReason" "NoExpiryReason",
    "source" TEXT,
    "sourceUrl" TEXT,
    "checkedById" UUID,
    "checkedOn" DATE,
    "documentId" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "supersededById" UUID,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Regime" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "countryCode" CHAR(2) NOT NULL,
    "region" TEXT,
    "personAuthorized" BOOLEAN NOT NULL,
    "premisesAuthorized" BOOLEAN NOT NULL,
    "renewalMonths" INTEGER,
    "renewalNote" TEXT NOT NULL,
    "publicRegisterUrl" TEXT,
    "publicRegisterNote" TEXT NOT NULL,
    "sourceName" TEXT NOT NULL,
    "checkedOn" DATE NOT NULL,

    CONSTRAINT "Regime_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Authorization" (
    "evidenceId" UUID NOT NULL,
    "regimeKey" TEXT NOT NULL,
    "holder" "AuthorizationHolder" NOT NULL,
    "premisesId" UUID,
    "authority" TEXT NOT NULL,
    "number" TEXT,
    "notRequired" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,

    CONSTRAINT "Authorization_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateTable
CREATE TABLE "HygieneEvidence" (
    "evidenceId" UUID NOT NULL,
    "hygieneKind" "HygieneKind" NOT NULL,
    "detail" TEXT,

    CONSTRAINT "HygieneEvidence_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateTable
CREATE TABLE "Training" (
    "evidenceId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "trainer" TEXT,
    "courseName" TEXT NOT NULL,
    "smpHours" INTEGER,
    "liveModels" INTEGER,
    "completedOn" DATE,

    CONSTRAINT "Training_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateTable
CREATE TABLE "Association" (
    "evidenceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "memberNumber" TEXT,
    "memberSince" INTEGER,

    CONSTRAINT "Association_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateTable
CREATE TABLE "Inspection" (
    "id" UUID NOT NULL,
    "premisesId" UUID NOT NULL,
    "inspectedOn" DATE NOT NULL,
    "outcome" "InspectionOutcome" NOT NULL,
    "services" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "source" TEXT NOT NULL,
    "sourceRecord" TEXT NOT NULL,
    "snapshotOn" DATE NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Infraction" (
    "id" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "severity" "InfractionSeverity" NOT NULL,
    "category" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "action" TEXT,
    "services" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Infraction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriceBand" (
    "id" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "treatment" "Treatment" NOT NULL,
    "scale" "HairLossScale" NOT NULL DEFAULT 'none',
    "bandFrom" INTEGER,
    "bandTo" INTEGER,
    "amountFrom" INTEGER NOT NULL,
    "amountTo" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "sessionsIncluded" INTEGER,
    "topUpIncluded" BOOLEAN NOT NULL DEFAULT false,
    "topUpWithinMonths" INTEGER,
    "deposit" INTEGER,
    "confirmedOn" DATE NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PriceBand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortfolioCase" (
    "id" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "status" "PortfolioStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "treatment" "Treatment" NOT NULL,
    "concern" "Concern" NOT NULL,
    "skinType" INTEGER,
    "scale" "HairLossScale" NOT NULL DEFAULT 'none',
    "scaleBand" INTEGER,
    "sessions" INTEGER,
    "lastSessionOn" DATE,
    "daysSinceLastSession" INTEGER,
    "isSameLight" BOOLEAN NOT NULL DEFAULT false,
    "isSameAngle" BOOLEAN NOT NULL DEFAULT false,
    "isUnedited" BOOLEAN NOT NULL DEFAULT false,
    "checkedOn" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PortfolioCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Brief" (
    "id" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "concern" "Concern",
    "scale" "HairLossScale" NOT NULL DEFAULT 'none',
    "scaleBand" INTEGER,
    "skinType" INTEGER,
    "scars" TEXT,
    "hairlineStyle" TEXT,
    "wishes" TEXT NOT NULL DEFAULT '',
    "budgetFrom" INTEGER,
    "budgetTo" INTEGER,
    "currency" CHAR(3),
    "preferredDates" TEXT,
    "questions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Brief_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enquiry" (
    "id" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "briefId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnquiryRecipient" (
    "id" UUID NOT NULL,
    "enquiryId" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "status" "EnquiryStatus" NOT NULL DEFAULT 'sent',
    "version" INTEGER NOT NULL DEFAULT 1,
    "answeredAt" TIMESTAMPTZ(3),
    "treatedOn" DATE,
    "blockedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EnquiryRecipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnquiryMessage" (
    "id" UUID NOT NULL,
    "recipientId" UUID NOT NULL,
    "authorId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EnquiryMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitCode" (
    "id" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VisitCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitProof" (
    "reviewId" UUID NOT NULL,
    "level" "ProofLevel" NOT NULL,
    "recipientId" UUID,
    "visitCodeId" UUID,
    "documentId" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VisitProof_pkey" PRIMARY KEY ("reviewId")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "authorId" UUID,
    "status" "ReviewStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "overall" INTEGER,
    "understanding" INTEGER,
    "sterile" INTEGER,
    "dedication" INTEGER,
    "portfolio" INTEGER,
    "wouldRecommend" BOOLEAN,
    "needleOpened" BOOLEAN,
    "treatment" "Treatment",
    "concern" "Concern",
    "sessions" INTEGER,
    "pricePaid" INTEGER,
    "currency" CHAR(3),
    "lastSessionOn" DATE,
    "title" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "attestationVersion" TEXT,
    "attestedAt" TIMESTAMPTZ(3),
    "relationship" "ReviewRelationship" NOT NULL DEFAULT 'none',
    "isIncentivised" BOOLEAN NOT NULL DEFAULT false,
    "incentiveNote" TEXT,
    "proofLevel" "ProofLevel" NOT NULL DEFAULT 'unconfirmed',
    "removalReason" "ReviewReason",
    "isHidden" BOOLEAN NOT NULL DEFAULT false,
    "submittedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewFollowUp" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "status" "FollowUpStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "month" INTEGER NOT NULL,
    "daysSinceLastSession" INTEGER NOT NULL,
    "isStillAsWanted" BOOLEAN,
    "wouldDoAgain" BOOLEAN,
    "hadTopUp" BOOLEAN,
    "overall" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',
    "submittedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewFollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reply" (
    "reviewId" UUID NOT NULL,
    "status" "ReplyStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("reviewId")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "subjectKind" "SubjectKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "reporterId" UUID,
    "reporterEmail" TEXT,
    "reason" "ReviewReason" NOT NULL,
    "explanation" TEXT NOT NULL,
    "status" "ReportStatus" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "authorId" UUID,
    "reportId" UUID,
    "text" TEXT NOT NULL,
    "status" "AppealStatus" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModerationDecision" (
    "id" UUID NOT NULL,
    "subjectKind" "SubjectKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "moderatorId" UUID,
    "fromState" TEXT NOT NULL,
    "toState" TEXT NOT NULL,
    "reason" "ReviewReason",
    "note" TEXT,
    "subjectVersion" INTEGER NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModerationDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModerationClaim" (
    "subjectKind" "SubjectKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "moderatorId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ModerationClaim_pkey" PRIMARY KEY ("subjectKind","subjectId")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "sequence" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "fromState" TEXT,
    "toState" TEXT,
    "reason" TEXT,
    "requestId" TEXT,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "SearchOutbox" (
    "technicianId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "SearchOutbox_pkey" PRIMARY KEY ("technicianId")
);

-- CreateTable
CREATE TABLE "RegisterImport" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "snapshotOn" DATE NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "rowsRead" INTEGER NOT NULL,
    "rowsRefused" INTEGER NOT NULL,
    "rowsChanged" INTEGER NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegisterImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "VerificationToken_userId_purpose_idx" ON "VerificationToken"("userId", "purpose");

-- CreateIndex
CREATE INDEX "VerificationToken_expiresAt_idx" ON "VerificationToken"("expiresAt");

-- CreateIndex
CREATE INDEX "Photo_portfolioCaseId_position_idx" ON "Photo"("portfolioCaseId", "position");

-- CreateIndex
CREATE INDEX "Photo_reviewId_position_idx" ON "Photo"("reviewId", "position");

-- CreateIndex
CREATE INDEX "Photo_reviewFollowUpId_idx" ON "Photo"("reviewFollowUpId");

-- CreateIndex
CREATE INDEX "Photo_storageKey_idx" ON "Photo"("storageKey");

-- CreateIndex
CREATE INDEX "Photo_perceptualHash_idx" ON "Photo"("perceptualHash");

-- CreateIndex
CREATE UNIQUE INDEX "PrivateDocument_storageKey_key" ON "PrivateDocument"("storageKey");

-- CreateIndex
CREATE INDEX "PrivateDocument_ownerId_idx" ON "PrivateDocument"("ownerId");

-- CreateIndex
CREATE INDEX "PrivateDocument_purgeAfter_idx" ON "PrivateDocument"("purgeAfter");

-- CreateIndex
CREATE INDEX "Consent_userId_idx" ON "Consent"("userId");

-- CreateIndex
CREATE INDEX "Consent_photoId_idx" ON "Consent"("photoId");

-- CreateIndex
CREATE INDEX "Consent_portfolioCaseId_idx" ON "Consent"("portfolioCaseId");

-- CreateIndex
CREATE UNIQUE INDEX "Technician_slug_key" ON "Technician"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Technician_ownerId_key" ON "Technician"("ownerId");

-- CreateIndex
CREATE INDEX "Technician_status_createdAt_idx" ON "Technician"("status", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Technician_status_ratingScore_idx" ON "Technician"("status", "ratingScore" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Technician_listingSource_listingRecord_key" ON "Technician"("listingSource", "listingRecord");

-- CreateIndex
CREATE INDEX "TechnicianSlug_technicianId_idx" ON "TechnicianSlug"("technicianId");

-- CreateIndex
CREATE UNIQUE INDEX "TechnicianAnswer_technicianId_question_key" ON "TechnicianAnswer"("technicianId", "question");

-- CreateIndex
CREATE INDEX "Premises_countryCode_city_idx" ON "Premises"("countryCode", "city");

-- CreateIndex
CREATE INDEX "Premises_lat_lng_idx" ON "Premises"("lat", "lng");

-- CreateIndex
CREATE UNIQUE INDEX "Premises_registerSource_registerRecord_key" ON "Premises"("registerSource", "registerRecord");

-- CreateIndex
CREATE INDEX "TechnicianPremises_premisesId_idx" ON "TechnicianPremises"("premisesId");

-- CreateIndex
CREATE INDEX "Evidence_technicianId_criterion_idx" ON "Evidence"("technicianId", "criterion");

-- CreateIndex
CREATE INDEX "Evidence_status_submittedAt_idx" ON "Evidence"("status", "submittedAt");

-- CreateIndex
CREATE INDEX "Evidence_status_expiresOn_idx" ON "Evidence"("status", "expiresOn");

-- CreateIndex
CREATE INDEX "Evidence_supersededById_idx" ON "Evidence"("supersededById");

-- CreateIndex
CREATE INDEX "Evidence_checkedById_idx" ON "Evidence"("checkedById");

-- CreateIndex
CREATE INDEX "Evidence_documentId_idx" ON "Evidence"("documentId");

-- CreateIndex
CREATE INDEX "Regime_countryCode_idx" ON "Regime"("countryCode");

-- CreateIndex
CREATE INDEX "Authorization_regimeKey_number_idx" ON "Authorization"("regimeKey", "number");

-- CreateIndex
CREATE INDEX "Authorization_premisesId_idx" ON "Authorization"("premisesId");

-- CreateIndex
CREATE INDEX "Inspection_premisesId_inspectedOn_idx" ON "Inspection"("premisesId", "inspectedOn" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Inspection_source_sourceRecord_inspectedOn_outcome_key" ON "Inspection"("source", "sourceRecord", "inspectedOn", "outcome");

-- CreateIndex
CREATE UNIQUE INDEX "Infraction_inspectionId_fingerprint_key" ON "Infraction"("inspectionId", "fingerprint");

-- CreateIndex
CREATE INDEX "PriceBand_technicianId_position_idx" ON "PriceBand"("technicianId", "position");

-- CreateIndex
CREATE INDEX "PortfolioCase_technicianId_status_position_idx" ON "PortfolioCase"("technicianId", "status", "position");

-- CreateIndex
CREATE INDEX "PortfolioCase_status_createdAt_idx" ON "PortfolioCase"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Brief_authorId_idx" ON "Brief"("authorId");

-- CreateIndex
CREATE INDEX "Enquiry_authorId_createdAt_idx" ON "Enquiry"("authorId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Enquiry_briefId_idx" ON "Enquiry"("briefId");

-- CreateIndex
CREATE INDEX "EnquiryRecipient_technicianId_status_createdAt_idx" ON "EnquiryRecipient"("technicianId", "status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "EnquiryRecipient_enquiryId_technicianId_key" ON "EnquiryRecipient"("enquiryId", "technicianId");

-- CreateIndex
CREATE UNIQUE INDEX "EnquiryRecipient_enquiryId_slot_key" ON "EnquiryRecipient"("enquiryId", "slot");

-- CreateIndex
CREATE INDEX "EnquiryMessage_recipientId_createdAt_idx" ON "EnquiryMessage"("recipientId", "createdAt");

-- CreateIndex
CREATE INDEX "EnquiryMessage_authorId_idx" ON "EnquiryMessage"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "VisitCode_codeHash_key" ON "VisitCode"("codeHash");

-- CreateIndex
CREATE INDEX "VisitCode_technicianId_createdAt_idx" ON "VisitCode"("technicianId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "VisitProof_visitCodeId_key" ON "VisitProof"("visitCodeId");

-- CreateIndex
CREATE INDEX "VisitProof_recipientId_idx" ON "VisitProof"("recipientId");

-- CreateIndex
CREATE INDEX "VisitProof_documentId_idx" ON "VisitProof"("documentId");

-- CreateIndex
CREATE INDEX "Review_technicianId_status_publishedAt_idx" ON "Review"("technicianId", "status", "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "Review_status_submittedAt_idx" ON "Review"("status", "submittedAt");

-- CreateIndex
CREATE INDEX "Review_authorId_createdAt_idx" ON "Review"("authorId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ReviewFollowUp_status_submittedAt_idx" ON "ReviewFollowUp"("status", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewFollowUp_reviewId_month_key" ON "ReviewFollowUp"("reviewId", "month");

-- CreateIndex
CREATE INDEX "Reply_status_submittedAt_idx" ON "Reply"("status", "submittedAt");

-- CreateIndex
CREATE INDEX "Report_status_createdAt_idx" ON "Report"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Report_subjectKind_subjectId_idx" ON "Report"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "Report_reporterId_idx" ON "Report"("reporterId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE INDEX "Appeal_status_createdAt_idx" ON "Appeal"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Appeal_authorId_idx" ON "Appeal"("authorId");

-- CreateIndex
CREATE INDEX "Appeal_reportId_idx" ON "Appeal"("reportId");

-- CreateIndex
CREATE INDEX "ModerationDecision_decidedAt_idx" ON "ModerationDecision"("decidedAt");

-- CreateIndex
CREATE INDEX "ModerationDecision_moderatorId_decidedAt_idx" ON "ModerationDecision"("moderatorId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ModerationDecision_subjectKind_subjectId_subjectVersion_key" ON "ModerationDecision"("subjectKind", "subjectId", "subjectVersion");

-- CreateIndex
CREATE INDEX "ModerationClaim_moderatorId_idx" ON "ModerationClaim"("moderatorId");

-- CreateIndex
CREATE INDEX "ModerationClaim_expiresAt_idx" ON "ModerationClaim"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_hash_key" ON "AuditEvent"("hash");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectKind_subjectId_at_idx" ON "AuditEvent"("subjectKind", "subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_idx" ON "AuditEvent"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "SearchOutbox_deadAt_notBefore_idx" ON "SearchOutbox"("deadAt", "notBefore");

-- CreateIndex
CREATE INDEX "RegisterImport_source_snapshotOn_idx" ON "RegisterImport"("source", "snapshotOn");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationToken" ADD CONSTRAINT "VerificationToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TotpCredential" ADD CONSTRAINT "TotpCredential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_portfolioCaseId_fkey" FOREIGN KEY ("portfolioCaseId") REFERENCES "PortfolioCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_reviewFollowUpId_fkey" FOREIGN KEY ("reviewFollowUpId") REFERENCES "ReviewFollowUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateDocument" ADD CONSTRAINT "PrivateDocument_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "Photo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_portfolioCaseId_fkey" FOREIGN KEY ("portfolioCaseId") REFERENCES "PortfolioCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Technician" ADD CONSTRAINT "Technician_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TechnicianSlug" ADD CONSTRAINT "TechnicianSlug_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TechnicianAnswer" ADD CONSTRAINT "TechnicianAnswer_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TechnicianPremises" ADD CONSTRAINT "TechnicianPremises_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TechnicianPremises" ADD CONSTRAINT "TechnicianPremises_premisesId_fkey" FOREIGN KEY ("premisesId") REFERENCES "Premises"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "PrivateDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "Evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_regimeKey_fkey" FOREIGN KEY ("regimeKey") REFERENCES "Regime"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorization" ADD CONSTRAINT "Authorization_premisesId_fkey" FOREIGN KEY ("premisesId") REFERENCES "Premises"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HygieneEvidence" ADD CONSTRAINT "HygieneEvidence_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Training" ADD CONSTRAINT "Training_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Association" ADD CONSTRAINT "Association_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_premisesId_fkey" FOREIGN KEY ("premisesId") REFERENCES "Premises"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Infraction" ADD CONSTRAINT "Infraction_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceBand" ADD CONSTRAINT "PriceBand_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortfolioCase" ADD CONSTRAINT "PortfolioCase_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Brief" ADD CONSTRAINT "Brief_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_briefId_fkey" FOREIGN KEY ("briefId") REFERENCES "Brief"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnquiryRecipient" ADD CONSTRAINT "EnquiryRecipient_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "Enquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnquiryRecipient" ADD CONSTRAINT "EnquiryRecipient_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnquiryMessage" ADD CONSTRAINT "EnquiryMessage_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "EnquiryRecipient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnquiryMessage" ADD CONSTRAINT "EnquiryMessage_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitCode" ADD CONSTRAINT "VisitCode_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitProof" ADD CONSTRAINT "VisitProof_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitProof" ADD CONSTRAINT "VisitProof_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "EnquiryRecipient"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitProof" ADD CONSTRAINT "VisitProof_visitCodeId_fkey" FOREIGN KEY ("visitCodeId") REFERENCES "VisitCode"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitProof" ADD CONSTRAINT "VisitProof_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "PrivateDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewFollowUp" ADD CONSTRAINT "ReviewFollowUp_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "ModerationDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationClaim" ADD CONSTRAINT "ModerationClaim_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchOutbox" ADD CONSTRAINT "SearchOutbox_technicianId_fkey" FOREIGN KEY ("technicianId") REFERENCES "Technician"("id") ON DELETE CASCADE ON UPDATE CASCADE;
