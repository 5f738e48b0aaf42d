-- What one finance officer proposes to do with budgets or the pool, and another releases or refuses.
CREATE TABLE "BudgetOrder" (
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'proposed',
  "regionCode" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "envelopeId" UUID,
  "documentId" TEXT,
  "year" INTEGER NOT NULL,
  "fen" BIGINT,
  "shares" JSONB,
  "paperNumber" TEXT NOT NULL,
  "paperHash" TEXT NOT NULL,
  "paperName" TEXT NOT NULL,
  "paperType" TEXT NOT NULL,
  "reason" TEXT,
  "createdById" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "decidedById" UUID,
  "decidedAt" TIMESTAMPTZ(3),
  "refusal" TEXT,
  "idempotencyKey" TEXT NOT NULL,
  CONSTRAINT "BudgetOrder_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "BudgetOrder_kind_check" CHECK ("kind" IN ('grant', 'reduce', 'carry', 'share', 'poolFund', 'poolRefill', 'poolReduce')),
  CONSTRAINT "BudgetOrder_status_check" CHECK ("status" IN ('proposed', 'released', 'refused', 'withdrawn')),
  CONSTRAINT "BudgetOrder_sum_check" CHECK (("kind" = 'share') = ("fen" IS NULL) AND ("fen" IS NULL OR "fen" BETWEEN 1 AND 99999999999999)),
  CONSTRAINT "BudgetOrder_decided_check" CHECK (("status" = 'proposed') = ("decidedById" IS NULL) AND ("status" <> 'refused' OR "refusal" IS NOT NULL)),
  CONSTRAINT "BudgetOrder_two_persons_check" CHECK ("status" NOT IN ('released', 'refused') OR "decidedById" <> "createdById")
);
CREATE UNIQUE INDEX "BudgetOrder_idempotencyKey_key" ON "BudgetOrder"("idempotencyKey");
CREATE INDEX "BudgetOrder_regionCode_status_idx" ON "BudgetOrder"("regionCode", "status");
