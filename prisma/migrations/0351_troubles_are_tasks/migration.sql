-- What can't go on is work as all else that waits: office, day, person and outcome stand in its task, what it is in its row.
INSERT INTO "Task" (id, "subjectType", "subjectId", stage, "departmentId", "regionCode", "openedAt", "dueOn", "closedAt", "closedById", outcome, comment)
SELECT gen_random_uuid(), 'trouble', id::text, kind, coalesce("departmentId", 'platform'), coalesce("regionCode", 'platform'), "openedAt", "dueOn", "closedAt", "closedById", outcome, comment FROM "Trouble";

DROP INDEX "Trouble_closedAt_departmentId_regionCode_idx";
ALTER TABLE "Trouble" DROP CONSTRAINT "Trouble_outcome_check", DROP COLUMN "departmentId", DROP COLUMN "regionCode", DROP COLUMN "openedAt", DROP COLUMN "dueOn",
  DROP COLUMN "closedById", DROP COLUMN outcome, DROP COLUMN comment;

-- Guards that the schema language cannot say.

-- What can't go on waits once; when over it says how, and who gave it up says why.
CREATE UNIQUE INDEX "Task_trouble_key" ON "Task"("subjectId") WHERE "subjectType" = 'trouble';
ALTER TABLE "Task" ADD CONSTRAINT "Task_trouble_check" CHECK ("subjectType" <> 'trouble' OR (
    ("closedAt" IS NULL) = (outcome IS NULL) AND (outcome <> 'givenUp' OR ("closedById" IS NOT NULL AND comment IS NOT NULL))));
