-- On what an officer noted by hand that the bank paid a payment.
CREATE TABLE "ManualSettlement" (
  "paymentId" UUID NOT NULL,
  "batchId" UUID NOT NULL,
  "voucher" TEXT NOT NULL,
  "bankedOn" TEXT NOT NULL,
  "fileHash" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  "fileType" TEXT NOT NULL,
  "notedById" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ManualSettlement_pkey" PRIMARY KEY ("paymentId")
);
CREATE INDEX "ManualSettlement_batchId_idx" ON "ManualSettlement"("batchId");
CREATE TRIGGER "ManualSettlement_append_only" BEFORE UPDATE OR DELETE ON "ManualSettlement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
