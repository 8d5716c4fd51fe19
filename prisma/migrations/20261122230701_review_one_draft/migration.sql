-- One draft per client and technician, whichever device it is begun on: a second one would hide the first.
CREATE UNIQUE INDEX review_one_draft ON "Review" ("authorId", "technicianId")
  WHERE "authorId" IS NOT NULL AND status = 'draft';
