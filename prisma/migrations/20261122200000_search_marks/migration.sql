-- Whatever changes what search shows of a technician marks the technician, in the transaction of the change and
-- whoever writes: no use case, import or hand at the keyboard can forget it.

-- A mark outlives its technician, because the index still has to let go of somebody who was deleted.
ALTER TABLE "SearchOutbox" DROP CONSTRAINT "SearchOutbox_technicianId_fkey";
-- One sequence for all marks: a mark that was cleared and set again can't be taken for the old one.
CREATE SEQUENCE "SearchOutbox_version_seq";
ALTER TABLE "SearchOutbox" ALTER COLUMN version DROP DEFAULT;
ALTER TABLE "SearchOutbox" ALTER COLUMN version TYPE BIGINT;
ALTER TABLE "SearchOutbox" ALTER COLUMN version SET DEFAULT nextval('"SearchOutbox_version_seq"');
ALTER SEQUENCE "SearchOutbox_version_seq" OWNED BY "SearchOutbox".version;
-- An outage concerns all marks alike, so the indexer waits and not the mark. Oldest first; the parked wait for a change.
DROP INDEX "SearchOutbox_deadAt_notBefore_idx";
ALTER TABLE "SearchOutbox" DROP COLUMN "notBefore", DROP COLUMN attempts;
CREATE INDEX search_outbox_due ON "SearchOutbox" (version) WHERE "deadAt" IS NULL;
-- The daily clock looks for guest dates that ended.
CREATE INDEX technician_premises_guest_until ON "TechnicianPremises" ("guestUntil") WHERE "guestUntil" IS NOT NULL;

-- Each statement trigger below hands its changed rows over as `changed`. Ids are locked in one order, so that two
-- transactions that touch the same technicians wait for each other instead of stopping each other.
CREATE FUNCTION mark_for_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(array_length(ids, 1), 0) = 0 THEN RETURN; END IF;
  INSERT INTO "SearchOutbox" ("technicianId")
    SELECT DISTINCT id FROM unnest(ids) AS id ORDER BY id
    ON CONFLICT ("technicianId") DO UPDATE
      SET version = nextval('"SearchOutbox_version_seq"'), "deadAt" = NULL, "lastError" = NULL;
  NOTIFY search_outbox;
END $$;

CREATE FUNCTION mark_technician() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_for_search(array_agg(id)) FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION mark_technician_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_for_search(array_agg("technicianId")) FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION mark_technicians_at_premises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_for_search(array_agg(w."technicianId")) FROM changed JOIN "TechnicianPremises" w ON w."premisesId" = changed.id;
  RETURN NULL;
END $$;
CREATE FUNCTION mark_technicians_inspected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_for_search(array_agg(w."technicianId")) FROM changed JOIN "TechnicianPremises" w ON w."premisesId" = changed."premisesId";
  RETURN NULL;
END $$;
CREATE FUNCTION mark_technician_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_for_search(array_agg(e."technicianId")) FROM changed JOIN "Evidence" e ON e.id = changed."evidenceId";
  RETURN NULL;
END $$;
CREATE FUNCTION mark_technician_of_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_for_search(array_agg(c."technicianId")) FROM changed JOIN "PortfolioCase" c ON c.id = changed."portfolioCaseId";
  RETURN NULL;
END $$;
CREATE FUNCTION mark_technician_of_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_for_search(array_agg(c."technicianId"))
    FROM changed LEFT JOIN "Photo" p ON p.id = changed."photoId"
    JOIN "PortfolioCase" c ON c.id = coalesce(changed."portfolioCaseId", p."portfolioCaseId");
  RETURN NULL;
END $$;

-- A trigger with a table of changed rows takes one kind of event, so each pair becomes up to three triggers.
DO $$
DECLARE
  pair RECORD;
  event TEXT;
BEGIN
  FOR pair IN
    SELECT * FROM (VALUES
      ('Technician', 'mark_technician', 'INSERT UPDATE DELETE'),
      ('TechnicianPremises', 'mark_technician_of_row', 'INSERT UPDATE DELETE'),
      ('Premises', 'mark_technicians_at_premises', 'UPDATE'),
      ('Inspection', 'mark_technicians_inspected', 'INSERT UPDATE DELETE'),
      ('Evidence', 'mark_technician_of_row', 'INSERT UPDATE DELETE'),
      ('Authorization', 'mark_technician_of_evidence', 'INSERT UPDATE DELETE'),
      ('PriceBand', 'mark_technician_of_row', 'INSERT UPDATE DELETE'),
      ('PortfolioCase', 'mark_technician_of_row', 'INSERT UPDATE DELETE'),
      ('Photo', 'mark_technician_of_photo', 'INSERT UPDATE DELETE'),
      ('Consent', 'mark_technician_of_consent', 'INSERT UPDATE DELETE')
    ) AS pairs (relation, routine, events)
  LOOP
    FOREACH event IN ARRAY string_to_array(pair.events, ' ') LOOP
      EXECUTE format(
        'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION %I()',
        'mark_for_search_on_' || lower(event), event, pair.relation,
        CASE event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, pair.routine);
    END LOOP;
  END LOOP;
END $$;
