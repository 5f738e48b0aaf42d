-- AlterTable
ALTER TABLE "ApplicationMessage" ADD COLUMN "departmentId" TEXT,
ADD COLUMN "idempotencyKey" TEXT NOT NULL,
ADD COLUMN "seenAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "ApplicationMessage_applicationId_idempotencyKey_key" ON "ApplicationMessage"("applicationId", "idempotencyKey");
