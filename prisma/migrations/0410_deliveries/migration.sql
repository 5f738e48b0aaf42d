-- What authorities hand over about firms, and statements that know two times: when they hold, and since when they are known.
CREATE TABLE "Delivery" (
  "id" UUID NOT NULL,
  "departmentId" TEXT NOT NULL,
  "regionCode" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "number" TEXT,
  "placeCode" TEXT NOT NULL,
  "asOf" TEXT NOT NULL,
  "fact" TEXT,
  "onList" JSONB,
  "offList" JSONB,
  "complete" BOOLEAN NOT NULL DEFAULT false,
  "fileName" TEXT NOT NULL,
  "fileHash" TEXT NOT NULL,
  "fileType" TEXT NOT NULL,
  "columns" JSONB NOT NULL,
  "rows" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "effect" JSONB,
  "reason" TEXT,
  "createdById" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "signedById" UUID,
  "signedAt" TIMESTAMPTZ(3),
  "appliedAt" TIMESTAMPTZ(3),
  "backAskedById" UUID,
  "rolledBackAt" TIMESTAMPTZ(3),
  "idempotencyKey" TEXT NOT NULL,
  CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Delivery_kind_check" CHECK ("kind" IN ('facts', 'list')),
  CONSTRAINT "Delivery_list_check" CHECK (("kind" = 'list') = ("fact" IS NOT NULL)),
  CONSTRAINT "Delivery_complete_check" CHECK (NOT "complete" OR ("kind" = 'list' AND "offList" IS NOT NULL)),
  CONSTRAINT "Delivery_two_persons" CHECK ("signedById" IS NULL OR "signedById" <> "createdById"),
  CONSTRAINT "Delivery_applied_check" CHECK ("appliedAt" IS NULL OR "signedById" IS NOT NULL)
);
CREATE UNIQUE INDEX "Delivery_idempotencyKey_key" ON "Delivery"("idempotencyKey");
CREATE INDEX "Delivery_departmentId_regionCode_createdAt_idx" ON "Delivery"("departmentId", "regionCode", "createdAt");
CREATE INDEX "Delivery_fact_placeCode_idx" ON "Delivery"("fact", "placeCode");

CREATE TABLE "DeliveryColumn" (
  "departmentId" TEXT NOT NULL,
  "regionCode" TEXT NOT NULL,
  "heading" TEXT NOT NULL,
  "fact" TEXT NOT NULL,
  "keptAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "DeliveryColumn_pkey" PRIMARY KEY ("departmentId", "regionCode", "heading")
);

ALTER TABLE "EnterpriseFact" ADD COLUMN "validFrom" TEXT,
  ADD COLUMN "validTo" TEXT,
  ADD COLUMN "basis" TEXT,
  ADD COLUMN "deliveryId" UUID,
  ADD COLUMN "absent" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "knownFrom" TIMESTAMPTZ(3);
CREATE INDEX "EnterpriseFact_deliveryId_idx" ON "EnterpriseFact"("deliveryId");
CREATE INDEX "EnterpriseFact_validTo_idx" ON "EnterpriseFact"("validTo") WHERE "supersededAt" IS NULL AND "validTo" IS NOT NULL;
