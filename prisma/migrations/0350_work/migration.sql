-- Work and terms are of any thing that waits: a subject of a kind. The case of those that are of a case is derived from it.
ALTER TABLE "ReviewTask" RENAME TO "Task";
ALTER TABLE "Task" RENAME CONSTRAINT "ReviewTask_pkey" TO "Task_pkey";
ALTER INDEX "ReviewTask_assigneeId_closedAt_idx" RENAME TO "Task_assigneeId_closedAt_idx";
ALTER INDEX "ReviewTask_departmentId_regionCode_closedAt_dueOn_idx" RENAME TO "Task_departmentId_regionCode_closedAt_dueOn_idx";
ALTER INDEX "ReviewTask_open_idx" RENAME TO "Task_open_idx";

ALTER TABLE "Task" ADD COLUMN "subjectType" TEXT NOT NULL DEFAULT 'application', ADD COLUMN "subjectId" TEXT;
UPDATE "Task" SET "subjectId" = "applicationId"::text;
ALTER TABLE "Task" ALTER COLUMN "subjectType" DROP DEFAULT, ALTER COLUMN "subjectId" SET NOT NULL, DROP COLUMN "applicationId";
ALTER TABLE "Task" ADD COLUMN "applicationId" UUID
  GENERATED ALWAYS AS (CASE WHEN "subjectType" = 'application' THEN "subjectId"::uuid END) STORED;
ALTER TABLE "Task" ADD CONSTRAINT "Task_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
CREATE INDEX "Task_applicationId_idx" ON "Task"("applicationId");
CREATE INDEX "Task_subjectType_subjectId_idx" ON "Task"("subjectType", "subjectId");

ALTER TABLE "Deadline" ADD COLUMN "subjectType" TEXT NOT NULL DEFAULT 'application', ADD COLUMN "subjectId" TEXT;
UPDATE "Deadline" SET "subjectId" = "applicationId"::text;
ALTER TABLE "Deadline" ALTER COLUMN "subjectType" DROP DEFAULT, ALTER COLUMN "subjectId" SET NOT NULL, DROP COLUMN "applicationId";
ALTER TABLE "Deadline" ADD COLUMN "applicationId" UUID
  GENERATED ALWAYS AS (CASE WHEN "subjectType" = 'application' THEN "subjectId"::uuid END) STORED;
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
CREATE INDEX "Deadline_applicationId_idx" ON "Deadline"("applicationId");

-- As before, of the table by its new name.
CREATE OR REPLACE FUNCTION lock_cases(ids uuid[], keys text[]) RETURNS TABLE (
  id text, number text, "enterpriseId" text, "itemId" text, "itemVersionId" text, year integer, state text, snapshot jsonb, "machineId" text, "machineVersion" integer, "machineHash" text,
  "approvedFen" bigint, "claimedFen" bigint, "bankAccountId" text, "promisedOn" text, version integer, "firmName" text, "firmRegion" text, "lastSeq" integer, tasks jsonb, waits text[], recusals jsonb, earlier jsonb)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "Application" a WHERE a.id = ANY(ids) ORDER BY a.id FOR UPDATE;
  RETURN QUERY
    SELECT a.id::text, a.number, a."enterpriseId"::text, a."itemId", a."itemVersionId"::text, a.year, a.state, a.snapshot, a."machineId", a."machineVersion", a."machineHash", a."approvedFen", a."claimedFen",
      a."bankAccountId"::text, a."promisedOn", a.version, e.name, e."regionCode",
      (SELECT coalesce(max(t.seq), 0) FROM "Transition" t WHERE t."applicationId" = a.id),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'stage', w.stage, 'departmentId', w."departmentId", 'regionCode', w."regionCode", 'assigneeId', w."assigneeId") ORDER BY w.id), '[]') FROM "Task" w WHERE w."applicationId" = a.id AND w."closedAt" IS NULL),
      (SELECT coalesce(array_agg(d.kind), '{}') FROM "Deadline" d WHERE d."applicationId" = a.id AND d."handledAt" IS NULL AND d."cancelledAt" IS NULL),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', r."userId")), '[]') FROM "Recusal" r WHERE r."applicationId" = a.id),
      (SELECT jsonb_build_object('bodyHash', t."bodyHash", 'toState', t."toState") FROM "Transition" t WHERE t."applicationId" = a.id AND t."idempotencyKey" = asked.key)
    FROM unnest(ids, keys) AS asked(id, key) JOIN "Application" a ON a.id = asked.id JOIN "Enterprise" e ON e.id = a."enterpriseId" ORDER BY a.id;
END $$;
