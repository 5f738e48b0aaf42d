-- The next migration numbers the rule checks that are stored; their table lets nothing be changed. 0143 shuts it again.
ALTER TABLE "RuleCheck" DISABLE TRIGGER "RuleCheck_append_only";
