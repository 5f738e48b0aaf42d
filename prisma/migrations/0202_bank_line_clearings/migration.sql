-- What a line of the bank was that the platform couldn't book: said by one finance officer, confirmed by another where money's meaning is concerned.
CREATE TABLE "BankLineClearing" (
  "id" UUID NOT NULL,
  "lineId" UUID NOT NULL,
  "regionCode" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "paymentId" UUID,
  "recoveryId" UUID,
  "status" TEXT NOT NULL DEFAULT 'proposed',
  "createdById" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "decidedById" UUID,
  "decidedAt" TIMESTAMPTZ(3),
  "refusal" TEXT,
  CONSTRAINT "BankLineClearing_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "BankLineClearing_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "BankLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "BankLineClearing_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "BankLineClearing_recoveryId_fkey" FOREIGN KEY ("recoveryId") REFERENCES "Recovery"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "BankLineClearing_meaning_check" CHECK ("meaning" IN ('payment', 'repayment', 'other', 'remark')),
  CONSTRAINT "BankLineClearing_status_check" CHECK ("status" IN ('proposed', 'released', 'refused', 'withdrawn')),
  CONSTRAINT "BankLineClearing_about_check" CHECK (("meaning" <> 'payment' OR "paymentId" IS NOT NULL) AND (("meaning" = 'repayment') = ("recoveryId" IS NOT NULL))),
  CONSTRAINT "BankLineClearing_decided_check" CHECK (("status" = 'proposed') = ("decidedById" IS NULL) AND ("status" <> 'refused' OR "refusal" IS NOT NULL)),
  CONSTRAINT "BankLineClearing_two_persons_check" CHECK ("status" NOT IN ('released', 'refused') OR "meaning" = 'remark' OR "decidedById" <> "createdById")
);
CREATE UNIQUE INDEX "BankLineClearing_lineId_open_key" ON "BankLineClearing"("lineId") WHERE "status" IN ('proposed', 'released');
CREATE INDEX "BankLineClearing_regionCode_status_idx" ON "BankLineClearing"("regionCode", "status");
CREATE INDEX "BankLineClearing_paymentId_idx" ON "BankLineClearing"("paymentId");
CREATE INDEX "BankLineClearing_recoveryId_idx" ON "BankLineClearing"("recoveryId");
