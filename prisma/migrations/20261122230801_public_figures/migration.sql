-- The public figures on moderation count a year of decisions on reviews: everything they need stands in the index.
CREATE INDEX moderation_decision_figures ON "ModerationDecision"
  ("decidedAt") INCLUDE ("fromState", "toState", reason, stars, "waitingSince", "isSample")
  WHERE "subjectKind" = 'review';
