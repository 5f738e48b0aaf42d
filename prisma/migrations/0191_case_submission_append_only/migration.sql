-- What was handed in is kept for ever as it was, by the owner of the tables too.
CREATE TRIGGER "CaseSubmission_append_only" BEFORE UPDATE OR DELETE ON "CaseSubmission" FOR EACH ROW EXECUTE FUNCTION refuse_change();
