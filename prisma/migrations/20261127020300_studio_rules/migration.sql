-- Rules of the studio's model that the schema language can't express. Each is named, so that an error names the rule.

-- A listing that somebody has claimed stays as the register has it until its keeper publishes their own profile.
ALTER TABLE "Technician" DROP CONSTRAINT technician_unclaimed_has_no_owner;
ALTER TABLE "Technician" ADD CONSTRAINT technician_response CHECK ("responseCount" >= 0 AND "responseMinutesMedian" >= 0);

-- Claims on listings: one open claim a person and listing; a decided one says when.
CREATE UNIQUE INDEX listing_claim_one_open ON "ListingClaim" ("technicianId", "claimantId") WHERE status IN ('awaiting_code', 'awaiting_moderator');
CREATE INDEX listing_claim_queue ON "ListingClaim" ("submittedAt") WHERE status = 'awaiting_moderator';
ALTER TABLE "ListingClaim" ADD CONSTRAINT listing_claim_lengths CHECK (length(statement) <= 2000 AND length(objection) <= 2000 AND length(email) <= 254);
ALTER TABLE "ListingClaim" ADD CONSTRAINT listing_claim_code CHECK ("codeTries" >= 0 AND ("codeHash" IS NULL) = ("codeExpiresAt" IS NULL));
ALTER TABLE "ListingClaim" ADD CONSTRAINT listing_claim_closed CHECK (status IN ('awaiting_code', 'awaiting_moderator') OR "closedAt" IS NOT NULL);
ALTER TABLE "ListingClaim" ADD CONSTRAINT listing_claim_refusal_has_reason CHECK (status <> 'refused' OR "closedReason" IS NOT NULL);
ALTER TABLE "ListingClaim" ADD CONSTRAINT listing_claim_objection CHECK ((objection IS NULL) = ("objectedAt" IS NULL));

-- Profiles.
ALTER TABLE "TreatmentDescription" ADD CONSTRAINT treatment_description_length CHECK (length(words) BETWEEN 1 AND 600);
ALTER TABLE "OpeningHours" ADD CONSTRAINT opening_hours_day CHECK (weekday BETWEEN 1 AND 7);
ALTER TABLE "OpeningHours" ADD CONSTRAINT opening_hours_stretch CHECK (0 <= "opensAt" AND "opensAt" < "closesAt" AND "closesAt" <= 1440);

-- Evidence: only refusing and withdrawing are proposed, once at a time.
ALTER TABLE "EvidenceProposal" ADD CONSTRAINT evidence_proposal_target CHECK ("toStatus" IN ('rejected', 'withdrawn'));
ALTER TABLE "EvidenceProposal" ADD CONSTRAINT evidence_proposal_note CHECK (length(note) BETWEEN 1 AND 2000);
ALTER TABLE "EvidenceProposal" ADD CONSTRAINT evidence_proposal_closed CHECK ((status = 'proposed') = ("closedAt" IS NULL));
CREATE UNIQUE INDEX evidence_proposal_one_open ON "EvidenceProposal" ("evidenceId") WHERE status = 'proposed';
ALTER TABLE "EvidenceWarning" ADD CONSTRAINT evidence_warning_days CHECK ("daysBefore" IN (7, 30));
ALTER TABLE "Regime" ADD CONSTRAINT regime_validity CHECK (validity = 'dated' OR "renewalMonths" IS NULL);

-- Portfolio.
ALTER TABLE "CaseConsentRequest" ADD CONSTRAINT case_consent_answer CHECK (num_nonnulls("confirmedAt", "declinedAt") <= 1 AND ("withdrawnAt" IS NULL OR "confirmedAt" IS NOT NULL));
ALTER TABLE "PendingUpload" ADD CONSTRAINT pending_upload_bytes CHECK ("byteLength" > 0 AND "receivedBytes" BETWEEN 0 AND "byteLength");
CREATE INDEX portfolio_queue ON "PortfolioCase" ("submittedAt") WHERE status = 'submitted';

-- Enquiries and invitations.
ALTER TABLE "ProposedTime" ADD CONSTRAINT proposed_time_minutes CHECK (minutes BETWEEN 5 AND 480);
ALTER TABLE "ProposedTime" ADD CONSTRAINT proposed_time_end CHECK (num_nonnulls("acceptedAt", "withdrawnAt") <= 1);
ALTER TABLE "TreatedCount" ADD CONSTRAINT treated_count_month CHECK (EXTRACT(day FROM month) = 1 AND clients BETWEEN 0 AND 1000);

-- Decisions: a reason about a text or about something handed in, never both.
ALTER TABLE "ModerationDecision" ADD CONSTRAINT moderation_decision_one_reason CHECK (num_nonnulls(reason, "checkReason") <= 1);

-- Insights.
ALTER TABLE "DailyCount" ADD CONSTRAINT daily_count_positive CHECK (count > 0);
