-- The calendar has an edition, a new one with every change, so that a process may keep what it has read (decision 397).
CREATE TABLE "CalendarEdition" (
  "only" BOOLEAN NOT NULL DEFAULT true,
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT "CalendarEdition_pkey" PRIMARY KEY ("only"),
  CONSTRAINT "CalendarEdition_only_check" CHECK ("only")
);
INSERT INTO "CalendarEdition" DEFAULT VALUES;

CREATE FUNCTION new_calendar_edition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "CalendarEdition" SET id = gen_random_uuid();
  RETURN NULL;
END $$;
CREATE TRIGGER "CalendarDay_edition" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "CalendarDay" FOR EACH STATEMENT EXECUTE FUNCTION new_calendar_edition();
CREATE TRIGGER "CalendarYear_edition" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "CalendarYear" FOR EACH STATEMENT EXECUTE FUNCTION new_calendar_edition();

-- Nobody names an edition by hand: what comes from the triggers above is one level deeper.
CREATE FUNCTION calendar_edition_is_derived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the edition of the calendar follows from its days' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "CalendarEdition_derived_only" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "CalendarEdition" FOR EACH STATEMENT EXECUTE FUNCTION calendar_edition_is_derived();

-- As before, and what papers say of the firm and its account, and the edition that days of the step are counted by.
DROP FUNCTION lock_cases(uuid[], text[]);
CREATE FUNCTION lock_cases(ids uuid[], keys text[]) RETURNS TABLE (
  id text, number text, "enterpriseId" text, "itemId" text, "itemVersionId" text, year integer, state text, snapshot jsonb, "machineId" text, "machineVersion" integer, "machineHash" text,
  "approvedFen" bigint, "claimedFen" bigint, "bankAccountId" text, "promisedOn" text, version integer, "firmName" text, "firmRegion" text, "firmCode" text, account jsonb, "lastSeq" integer, tasks jsonb, waits text[], recusals jsonb, earlier jsonb, "calendarEdition" text)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "Application" a WHERE a.id = ANY(ids) ORDER BY a.id FOR UPDATE;
  RETURN QUERY
    SELECT a.id::text, a.number, a."enterpriseId"::text, a."itemId", a."itemVersionId"::text, a.year, a.state, a.snapshot, a."machineId", a."machineVersion", a."machineHash", a."approvedFen", a."claimedFen",
      a."bankAccountId"::text, a."promisedOn", a.version, e.name, e."regionCode", e."creditCode",
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('holder', b.holder, 'bankName', b."bankName", 'lastFour', b."lastFour") END,
      (SELECT coalesce(max(t.seq), 0) FROM "Transition" t WHERE t."applicationId" = a.id),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'stage', w.stage, 'departmentId', w."departmentId", 'regionCode', w."regionCode", 'assigneeId', w."assigneeId") ORDER BY w.id), '[]') FROM "Task" w WHERE w."applicationId" = a.id AND w."closedAt" IS NULL),
      (SELECT coalesce(array_agg(d.kind), '{}') FROM "Deadline" d WHERE d."applicationId" = a.id AND d."handledAt" IS NULL AND d."cancelledAt" IS NULL),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', r."userId")), '[]') FROM "Recusal" r WHERE r."applicationId" = a.id),
      (SELECT jsonb_build_object('bodyHash', t."bodyHash", 'toState', t."toState") FROM "Transition" t WHERE t."applicationId" = a.id AND t."idempotencyKey" = asked.key),
      (SELECT c.id::text FROM "CalendarEdition" c)
    FROM unnest(ids, keys) AS asked(id, key) JOIN "Application" a ON a.id = asked.id JOIN "Enterprise" e ON e.id = a."enterpriseId" LEFT JOIN "BankAccount" b ON b.id = a."bankAccountId" ORDER BY a.id;
END $$;
