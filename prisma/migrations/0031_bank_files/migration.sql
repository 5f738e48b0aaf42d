-- Files of the bank, what each line led to, where a batch is paid from, and payments that wait for a new account.

-- AlterTable
ALTER TABLE "PaymentBatch" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'treasury',
  ADD COLUMN "requestedOn" TEXT,
  ADD COLUMN "note" TEXT,
  ADD COLUMN "idempotencyKey" TEXT,
  ADD COLUMN "cancelledAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN "returnedCode" TEXT, ADD COLUMN "needsAccount" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "accountChangedAt" TIMESTAMPTZ(3), ADD COLUMN "caseClosed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "BankFile" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "batchNumber" TEXT,
    "receivedById" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BankFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankLine" (
    "id" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "paymentId" UUID,
    "amountFen" BIGINT,
    "status" TEXT NOT NULL,
    "reasonCode" TEXT,
    "reasonText" TEXT,
    "bookedOn" TEXT,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "BankLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PaymentBatch_idempotencyKey_key" ON "PaymentBatch"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "BankFile_regionCode_sha256_key" ON "BankFile"("regionCode", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "BankFile_regionCode_kind_messageId_key" ON "BankFile"("regionCode", "kind", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "BankLine_fileId_position_key" ON "BankLine"("fileId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_replacesId_key" ON "Payment"("replacesId");

-- CreateIndex
CREATE INDEX "BankLine_paymentId_idx" ON "BankLine"("paymentId");

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "BankFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Guards that the schema language cannot say.

ALTER TABLE "PaymentBatch" ADD CONSTRAINT "PaymentBatch_source_check" CHECK (source IN ('treasury', 'pool'));
-- Made and released by two persons, whoever writes the row.
ALTER TABLE "PaymentBatch" ADD CONSTRAINT "PaymentBatch_two_persons_check" CHECK ("exportedById" <> "createdById");
CREATE TRIGGER "BankFile_append_only" BEFORE UPDATE OR DELETE ON "BankFile" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "BankLine_append_only" BEFORE UPDATE OR DELETE ON "BankLine" FOR EACH ROW EXECUTE FUNCTION refuse_change();
