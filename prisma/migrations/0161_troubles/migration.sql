-- What can't go on by itself reaches a person: one open row for each thing, at the office that can act.

ALTER TABLE "Deadline" ADD COLUMN "putOffs" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "Trouble" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "applicationId" UUID,
    "departmentId" TEXT,
    "regionCode" TEXT,
    "reason" TEXT NOT NULL,
    "detail" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "seen" INTEGER NOT NULL DEFAULT 1,
    "retriedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "outcome" TEXT,
    "comment" TEXT,

    CONSTRAINT "Trouble_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Trouble_closedAt_departmentId_regionCode_idx" ON "Trouble"("closedAt", "departmentId", "regionCode");
CREATE INDEX "Trouble_applicationId_idx" ON "Trouble"("applicationId");

-- Guards that the schema language cannot say.

-- One thing is in trouble once at a time.
CREATE UNIQUE INDEX "Trouble_open_key" ON "Trouble"("kind", "subject") WHERE "closedAt" IS NULL;
-- What is over says how, and who gave something up says why.
ALTER TABLE "Trouble" ADD CONSTRAINT "Trouble_outcome_check" CHECK (
    ("closedAt" IS NULL) = ("outcome" IS NULL) AND ("outcome" <> 'givenUp' OR ("closedById" IS NOT NULL AND "comment" IS NOT NULL)));

-- Notices that wait are for the people of the office who may act on them.
UPDATE "Outbox" SET payload = jsonb_set(payload, '{to}', jsonb_build_object(
    'office', jsonb_build_object('departmentId', payload #> '{to,departmentId}', 'regionCode', payload #> '{to,regionCode}'),
    'needs', CASE WHEN payload #>> '{to,panel}' = 'true' THEN 'score:application:department' ELSE 'review:application:department' END))
WHERE topic = 'notice' AND "processedAt" IS NULL AND payload #> '{to,departmentId}' IS NOT NULL;
-- Messages that failed for good before now are on the page too.
INSERT INTO "Trouble" ("id", "kind", "subject", "step", "applicationId", "reason", "detail", "openedAt", "dueOn", "seenAt")
SELECT gen_random_uuid(), 'message', id::text, topic, NULL, 'request.failed', "lastError", "failedAt",
    to_char("failedAt" AT TIME ZONE 'Asia/Shanghai' + INTERVAL '1 day', 'YYYY-MM-DD'), "failedAt"
FROM "Outbox" WHERE "failedAt" IS NOT NULL;

-- Notices that led where their reader may not go: a finance officer's lead to the payments, those of people who have no desk go.
UPDATE "Notice" n SET href = '/finance/payments' FROM "User" u
WHERE u.id = n."userId" AND n.href LIKE '/desk/cases/%' AND 'finance' = ANY (u.roles)
  AND NOT u.roles && ARRAY['reviewer', 'approver', 'departmentHead', 'expert'];
DELETE FROM "Notice" n USING "User" u
WHERE u.id = n."userId" AND n.href LIKE '/desk/cases/%' AND NOT u.roles && ARRAY['reviewer', 'approver', 'departmentHead', 'expert'];
