-- Every handing-in of a case keeps its own frozen facts, rule's sum, materials and account; a later one replaces nothing.

-- CreateTable
CREATE TABLE "CaseSubmission" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "frozen" JSONB NOT NULL,
    "ruleFen" BIGINT,
    "materials" JSONB NOT NULL,
    "account" JSONB,
    "pledged" BOOLEAN NOT NULL,
    "reason" TEXT,
    "byId" UUID,

    CONSTRAINT "CaseSubmission_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CaseSubmission_applicationId_seq_key" ON "CaseSubmission"("applicationId", "seq");

-- AddForeignKey
ALTER TABLE "CaseSubmission" ADD CONSTRAINT "CaseSubmission_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "RuleCheck" ADD COLUMN "submission" INTEGER;

-- A check belongs to the handing-in it was made for: each but that of an approval opened one.
UPDATE "RuleCheck" c SET "submission" = greatest(1, (
  SELECT count(*) FROM "RuleCheck" o WHERE o."applicationId" = c."applicationId" AND o.moment = 'submit' AND (o.at, o.id) <= (c.at, c.id)));
ALTER TABLE "RuleCheck" ALTER COLUMN "submission" SET NOT NULL;

-- What was frozen last is the last handing-in. Facts of earlier ones were overwritten and cannot be had again.
INSERT INTO "CaseSubmission" ("id", "applicationId", "seq", "kind", "at", "frozen", "ruleFen", "materials", "account", "pledged")
SELECT gen_random_uuid(), a.id, 1 + r.again,
  CASE WHEN r.again > 0 THEN 'correction' WHEN a."listId" IS NOT NULL THEN 'listed' ELSE 'submit' END,
  r.at, a."profileSnapshot",
  CASE WHEN a."listId" IS NULL THEN a."claimedFen" END,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'fileName', m."fileName", 'fileHash', m."fileHash", 'mimeType', m."mimeType") ORDER BY m."uploadedAt", m.id), '[]')
     FROM "Material" m WHERE m."applicationId" = a.id AND m."uploadedAt" <= r.at AND (m."removedAt" IS NULL OR m."removedAt" > r.at)),
  (SELECT jsonb_build_object('holder', b.holder, 'bankName', b."bankName", 'lastFour', b."lastFour") FROM "BankAccount" b WHERE b.id = a."bankAccountId"),
  a."pledgedAt" IS NOT NULL
FROM "Application" a
CROSS JOIN LATERAL (
  SELECT coalesce(max(t.at), a."submittedAt", a."createdAt") AS at, count(*) FILTER (WHERE t.event = 'RESUBMIT')::integer AS again
    FROM "Transition" t WHERE t."applicationId" = a.id AND t.event IN ('SUBMIT', 'RESUBMIT', 'LISTED')) r
WHERE a."profileSnapshot" IS NOT NULL AND jsonb_typeof(a."profileSnapshot") = 'object' AND a."profileSnapshot" ? 'facts';

-- AlterTable
ALTER TABLE "Application" DROP COLUMN "profileSnapshot";
