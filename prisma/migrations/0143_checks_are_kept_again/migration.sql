-- Rule checks are never changed, as before 0140.
ALTER TABLE "RuleCheck" ENABLE TRIGGER "RuleCheck_append_only";
