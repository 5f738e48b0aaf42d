-- What came in for a recovery: how much of it settled the demand, and what is over it and belongs to the firm.

-- CreateTable
CREATE TABLE "RecoveryReceipt" (
    "id" UUID NOT NULL,
    "recoveryId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "regionCode" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "collectedFen" BIGINT NOT NULL,
    "excessFen" BIGINT NOT NULL,
    "bookingKey" TEXT NOT NULL,
    "lineId" UUID,
    "receivedById" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "reference" TEXT,
    "orderedById" UUID,
    "orderedAt" TIMESTAMPTZ(3),
    "givenById" UUID,
    "givenAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryReceipt_bookingKey_key" ON "RecoveryReceipt"("bookingKey");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryReceipt_lineId_key" ON "RecoveryReceipt"("lineId");

-- CreateIndex
CREATE INDEX "RecoveryReceipt_regionCode_givenAt_idx" ON "RecoveryReceipt"("regionCode", "givenAt");

-- CreateIndex
CREATE INDEX "RecoveryReceipt_recoveryId_idx" ON "RecoveryReceipt"("recoveryId");

-- AddForeignKey
ALTER TABLE "RecoveryReceipt" ADD CONSTRAINT "RecoveryReceipt_recoveryId_fkey" FOREIGN KEY ("recoveryId") REFERENCES "Recovery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryReceipt" ADD CONSTRAINT "RecoveryReceipt_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guards that the schema language cannot say.

-- Every fen that came either settled the demand or belongs to the firm.
ALTER TABLE "RecoveryReceipt" ADD CONSTRAINT "RecoveryReceipt_sums_check" CHECK ("fen" > 0 AND "collectedFen" >= 0 AND "excessFen" >= 0 AND "fen" = "collectedFen" + "excessFen");
-- Given back by two persons, whoever writes the row, and only what is over the demand.
ALTER TABLE "RecoveryReceipt" ADD CONSTRAINT "RecoveryReceipt_two_persons_check" CHECK ("givenById" <> "orderedById" AND ("orderedAt" IS NULL OR "excessFen" > 0) AND ("givenAt" IS NULL OR "orderedAt" IS NOT NULL));
