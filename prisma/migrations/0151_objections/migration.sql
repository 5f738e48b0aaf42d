-- Somebody stands by every objection, an official reads it before it is looked into, and disagreements have a way on.
ALTER TABLE "Objection" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'anonymous',
  ADD COLUMN "userId" UUID,
  ADD COLUMN "email" TEXT,
  ADD COLUMN "identity" TEXT,
  ADD COLUMN "enteredById" UUID,
  ADD COLUMN "admittedAt" TIMESTAMPTZ(3),
  ADD COLUMN "admission" TEXT,
  ADD COLUMN "admissionReason" TEXT,
  ADD COLUMN "admittedById" UUID;
UPDATE "Objection" SET "admittedAt" = "raisedAt", "admission" = 'before';
ALTER TABLE "Objection" ALTER COLUMN "source" DROP DEFAULT;

CREATE TABLE "ObjectionRequest" (
    "id" UUID NOT NULL,
    "publicityId" UUID NOT NULL,
    "objector" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "objectionId" UUID,

    CONSTRAINT "ObjectionRequest_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ObjectionRequest_tokenHash_key" ON "ObjectionRequest"("tokenHash");
CREATE INDEX "ObjectionRequest_publicityId_idx" ON "ObjectionRequest"("publicityId");
CREATE INDEX "ObjectionRequest_email_createdAt_idx" ON "ObjectionRequest"("email", "createdAt");

-- A publicity that an objection stops has no term of its own until the objection is answered.
UPDATE "Deadline" d SET "cancelledAt" = now() FROM "Application" a
WHERE d."applicationId" = a.id AND d.kind = 'publicity' AND d."handledAt" IS NULL AND d."cancelledAt" IS NULL
  AND a.snapshot -> 'value' ->> 'publicity' = 'disputed';

-- Where a co-department is against a case, its lead department has ten working days to confer from today on.
CREATE TEMPORARY TABLE disputed ON COMMIT DROP AS
SELECT a.id, v.redemption ->> 'leadDepartmentId' AS lead, v.redemption ->> 'regionCode' AS region,
  coalesce((SELECT date FROM "CalendarDay" WHERE "isWorkday" AND date > to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') ORDER BY date OFFSET 9 LIMIT 1),
    to_char(now() AT TIME ZONE 'Asia/Shanghai' + interval '14 days', 'YYYY-MM-DD')) AS due
FROM "Application" a JOIN "PolicyItemVersion" v ON v.id = a."itemVersionId"
WHERE a.state = 'departmentReview' AND jsonb_array_length(coalesce(a.snapshot -> 'context' -> 'disagreeing', '[]')) > 0;

INSERT INTO "ReviewTask" (id, "applicationId", stage, "departmentId", "regionCode", "openedAt", "dueOn")
SELECT gen_random_uuid(), id, 'conferral', lead, region, now(), due FROM disputed;
INSERT INTO "Deadline" (id, "applicationId", kind, event, "dueAt")
SELECT gen_random_uuid(), id, 'conferral', 'CONFERRAL_OVERDUE', ((due::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') FROM disputed;
