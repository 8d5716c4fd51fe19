-- Rules of the model that the schema language can't express. Each is named, so that an error names the rule.

-- Accounts: one person, one spelling.
ALTER TABLE "User" ADD CONSTRAINT user_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%' AND length(email) <= 254);
ALTER TABLE "User" ADD CONSTRAINT user_display_name_length CHECK (length("displayName") BETWEEN 1 AND 60);

-- Technicians.
ALTER TABLE "Technician" ADD CONSTRAINT technician_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80);
ALTER TABLE "Technician" ADD CONSTRAINT technician_name_length CHECK (length(name) BETWEEN 1 AND 120);
ALTER TABLE "Technician" ADD CONSTRAINT technician_bio_length CHECK (length(bio) <= 3000);
ALTER TABLE "Technician" ADD CONSTRAINT technician_smp_share CHECK ("smpShare" BETWEEN 0 AND 100);
ALTER TABLE "Technician" ADD CONSTRAINT technician_practising_since CHECK ("practisingSince" BETWEEN 1990 AND 2100);
ALTER TABLE "Technician" ADD CONSTRAINT technician_skin_types CHECK ("skinTypes" <@ ARRAY[1, 2, 3, 4, 5, 6]);
ALTER TABLE "Technician" ADD CONSTRAINT technician_rating_counts CHECK (array_length("ratingCounts", 1) = 5 AND 0 <= ALL ("ratingCounts"));
ALTER TABLE "Technician" ADD CONSTRAINT technician_rating_range CHECK (("ratingMean" IS NULL) = ("reviewCount" = 0) AND "ratingMean" BETWEEN 1 AND 5);
ALTER TABLE "Technician" ADD CONSTRAINT technician_recommend CHECK ("recommendCount" BETWEEN 0 AND "recommendAnswers");
ALTER TABLE "Technician" ADD CONSTRAINT technician_unclaimed_has_no_owner CHECK (status <> 'unclaimed' OR "ownerId" IS NULL);
ALTER TABLE "Technician" ADD CONSTRAINT technician_published_is_dated CHECK (status <> 'published' OR "publishedAt" IS NOT NULL);
ALTER TABLE "Technician" ADD CONSTRAINT technician_listing_pair CHECK (num_nonnulls("listingSource", "listingRecord", "listingSnapshotOn") IN (0, 3));
ALTER TABLE "Technician" ADD CONSTRAINT technician_website CHECK ("websiteUrl" ~ '^https?://' AND length("websiteUrl") <= 300);
ALTER TABLE "Technician" ADD CONSTRAINT technician_top_up_years CHECK ("topUpYearsMin" BETWEEN 0 AND "topUpYearsMax");

-- Premises.
ALTER TABLE "Premises" ADD CONSTRAINT premises_position CHECK (lat BETWEEN -90 AND 90 AND lng BETWEEN -180 AND 180);
ALTER TABLE "Premises" ADD CONSTRAINT premises_country CHECK ("countryCode" ~ '^[A-Z]{2}$');
ALTER TABLE "Premises" ADD CONSTRAINT premises_register_pair CHECK (num_nonnulls("registerSource", "registerRecord", "registerSnapshotOn") IN (0, 3));
ALTER TABLE "TechnicianPremises" ADD CONSTRAINT technician_premises_guest_dates CHECK ("guestFrom" <= "guestUntil");

-- Evidence: checked means somebody or some register checked it on a day.
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_verified_is_checked CHECK (status NOT IN ('verified', 'expired') OR "checkedOn" IS NOT NULL);
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_dates CHECK ("issuedOn" <= "expiresOn");
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_expiry_or_reason CHECK ("expiresOn" IS NULL OR "noExpiryReason" IS NULL);
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_superseded CHECK (status <> 'superseded' OR "supersededById" IS NOT NULL);
ALTER TABLE "Authorization" ADD CONSTRAINT authorization_not_required_reason CHECK (NOT "notRequired" OR reason IS NOT NULL);
ALTER TABLE "Regime" ADD CONSTRAINT regime_renewal CHECK ("renewalMonths" > 0);
ALTER TABLE "Training" ADD CONSTRAINT training_hours CHECK ("smpHours" >= 0 AND "liveModels" >= 0);

-- Prices are pairs in minor units; a band needs a scale.
ALTER TABLE "PriceBand" ADD CONSTRAINT price_band_amounts CHECK (0 <= "amountFrom" AND "amountFrom" <= "amountTo" AND deposit >= 0);
ALTER TABLE "PriceBand" ADD CONSTRAINT price_band_scale CHECK ((scale = 'none') = ("bandFrom" IS NULL) AND ("bandFrom" IS NULL) = ("bandTo" IS NULL) AND "bandFrom" BETWEEN 1 AND "bandTo" AND "bandTo" <= 7);
ALTER TABLE "PriceBand" ADD CONSTRAINT price_band_currency CHECK (currency ~ '^[A-Z]{3}$');

-- Portfolio and photos: a picture belongs to one thing; only a picture from before the treatment has no age.
ALTER TABLE "PortfolioCase" ADD CONSTRAINT portfolio_case_skin_type CHECK ("skinType" BETWEEN 1 AND 6);
ALTER TABLE "PortfolioCase" ADD CONSTRAINT portfolio_case_scale CHECK ((scale = 'none') = ("scaleBand" IS NULL) AND "scaleBand" BETWEEN 1 AND 7);
ALTER TABLE "PortfolioCase" ADD CONSTRAINT portfolio_case_published_is_checked CHECK (status <> 'published' OR "checkedOn" IS NOT NULL);
ALTER TABLE "Photo" ADD CONSTRAINT photo_one_parent CHECK (num_nonnulls("portfolioCaseId", "reviewId", "reviewFollowUpId") = 1);
ALTER TABLE "Photo" ADD CONSTRAINT photo_age CHECK ((stage = 'before') = ("daysSinceLastSession" IS NULL) AND "daysSinceLastSession" >= 0);
ALTER TABLE "Photo" ADD CONSTRAINT photo_size CHECK (width > 0 AND height > 0);
ALTER TABLE "Photo" ADD CONSTRAINT photo_colour CHECK ("placeholderColour" ~ '^#[0-9a-f]{6}$');

-- Enquiries: to three technicians at most.
ALTER TABLE "EnquiryRecipient" ADD CONSTRAINT enquiry_recipient_slot CHECK (slot BETWEEN 1 AND 3);

-- Reviews.
ALTER TABLE "Review" ADD CONSTRAINT review_ratings CHECK (overall BETWEEN 1 AND 5 AND understanding BETWEEN 1 AND 5 AND sterile BETWEEN 1 AND 5 AND dedication BETWEEN 1 AND 5 AND portfolio BETWEEN 1 AND 5);
ALTER TABLE "Review" ADD CONSTRAINT review_complete CHECK (status IN ('draft', 'withdrawn') OR (overall IS NOT NULL AND length(text) > 0 AND "attestedAt" IS NOT NULL AND "submittedAt" IS NOT NULL));
ALTER TABLE "Review" ADD CONSTRAINT review_published_is_dated CHECK (status NOT IN ('published', 'under_investigation') OR "publishedAt" IS NOT NULL);
ALTER TABLE "Review" ADD CONSTRAINT review_refusal_has_reason CHECK (status NOT IN ('rejected', 'removed', 'rejected_final') OR ("removalReason" IS NOT NULL AND "closedAt" IS NOT NULL));
ALTER TABLE "Review" ADD CONSTRAINT review_price CHECK (("pricePaid" IS NULL) = (currency IS NULL) AND "pricePaid" >= 0);
ALTER TABLE "Review" ADD CONSTRAINT review_sessions CHECK (sessions BETWEEN 1 AND 20);
ALTER TABLE "Review" ADD CONSTRAINT review_lengths CHECK (length(title) <= 120 AND length(text) <= 5000);
ALTER TABLE "ReviewFollowUp" ADD CONSTRAINT follow_up_values CHECK (month > 0 AND "daysSinceLastSession" >= 0 AND overall BETWEEN 1 AND 5);
ALTER TABLE "ReviewFollowUp" ADD CONSTRAINT follow_up_published_is_dated CHECK (status <> 'published' OR "publishedAt" IS NOT NULL);
ALTER TABLE "Reply" ADD CONSTRAINT reply_length CHECK (length(text) BETWEEN 1 AND 3000);
-- One live review per client, technician and visit: the database decides, not the code that looks first.
CREATE UNIQUE INDEX review_one_per_visit ON "Review" ("authorId", "technicianId", "lastSessionOn") NULLS NOT DISTINCT
  WHERE "authorId" IS NOT NULL AND status NOT IN ('withdrawn', 'rejected', 'rejected_final', 'removed');
-- One open report per reporter and subject.
CREATE UNIQUE INDEX report_one_open ON "Report" ("reporterId", "subjectKind", "subjectId", reason)
  WHERE "reporterId" IS NOT NULL AND status IN ('open', 'claimed');
-- The moderators' queues read only what waits.
CREATE INDEX review_queue ON "Review" ("submittedAt") WHERE status IN ('pending', 'in_review', 'appealed', 'under_investigation');
CREATE INDEX evidence_queue ON "Evidence" ("submittedAt") WHERE status IN ('submitted', 'in_check');
-- The clock that expires evidence reads only what is verified.
CREATE INDEX evidence_expiring ON "Evidence" ("expiresOn") WHERE status = 'verified';

-- Append-only records. A deleted account may leave its decisions without a name, nothing else changes.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE FUNCTION refuse_change_but_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."moderatorId" IS NULL AND (to_jsonb(NEW) - 'moderatorId') = (to_jsonb(OLD) - 'moderatorId') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER moderation_decision_append_only BEFORE UPDATE OR DELETE ON "ModerationDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_forgetting();

-- A list is empty, never missing.
ALTER TABLE "User" ALTER COLUMN roles SET NOT NULL;
ALTER TABLE "TotpCredential" ALTER COLUMN "recoveryCodeHashes" SET NOT NULL;
ALTER TABLE "Technician" ALTER COLUMN languages SET NOT NULL, ALTER COLUMN treatments SET NOT NULL, ALTER COLUMN concerns SET NOT NULL, ALTER COLUMN "skinTypes" SET NOT NULL, ALTER COLUMN "ratingCounts" SET NOT NULL;
ALTER TABLE "Premises" ALTER COLUMN features SET NOT NULL;
ALTER TABLE "Inspection" ALTER COLUMN services SET NOT NULL;
ALTER TABLE "Infraction" ALTER COLUMN services SET NOT NULL;
ALTER TABLE "Brief" ALTER COLUMN questions SET NOT NULL;
