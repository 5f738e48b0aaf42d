-- Ledger with commitments, what firms owe back, carry-over, cost sharing and the pool that pays first.

-- AlterTable
ALTER TABLE "Envelope" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'budget',
  ADD COLUMN "carriedFen" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "committedFen" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "owedFen" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "earmarkedFen" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "advancedFen" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "floorFen" BIGINT;

-- AlterTable
ALTER TABLE "LedgerTransaction" ADD COLUMN "recoveryId" UUID, ADD COLUMN "reason" TEXT;

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN "deductedFen" BIGINT NOT NULL DEFAULT 0, ADD COLUMN "replacesId" UUID, ADD COLUMN "cancelledAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "CostShare" (
    "id" UUID NOT NULL,
    "documentId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CostShare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recovery" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "sumFen" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "idempotencyKey" TEXT NOT NULL,

    CONSTRAINT "Recovery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deduction" (
    "id" UUID NOT NULL,
    "recoveryId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "fen" BIGINT NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Deduction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CostShare_documentId_year_level_key" ON "CostShare"("documentId", "year", "level");

-- CreateIndex
CREATE UNIQUE INDEX "Recovery_idempotencyKey_key" ON "Recovery"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Recovery_enterpriseId_idx" ON "Recovery"("enterpriseId");

-- CreateIndex
CREATE INDEX "Recovery_paymentId_idx" ON "Recovery"("paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "Deduction_recoveryId_paymentId_key" ON "Deduction"("recoveryId", "paymentId");

-- CreateIndex
CREATE INDEX "Deduction_paymentId_idx" ON "Deduction"("paymentId");

-- CreateIndex
CREATE INDEX "LedgerTransaction_recoveryId_idx" ON "LedgerTransaction"("recoveryId");

-- AddForeignKey
ALTER TABLE "Recovery" ADD CONSTRAINT "Recovery_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deduction" ADD CONSTRAINT "Deduction_recoveryId_fkey" FOREIGN KEY ("recoveryId") REFERENCES "Recovery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deduction" ADD CONSTRAINT "Deduction_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_bankAccountId_fkey" FOREIGN KEY ("bankAccountId") REFERENCES "BankAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guards that the schema language cannot say.

ALTER TABLE "CostShare" ADD CONSTRAINT "CostShare_weight_check" CHECK ("weight" > 0);
ALTER TABLE "Recovery" ADD CONSTRAINT "Recovery_sum_check" CHECK ("sumFen" > 0);
ALTER TABLE "Deduction" ADD CONSTRAINT "Deduction_fen_check" CHECK ("fen" > 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_deduction_check" CHECK ("deductedFen" BETWEEN 0 AND "amountFen");
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_account_check"
  CHECK (account IN ('granted', 'carried', 'available', 'reserved', 'committed', 'disbursed', 'owed', 'earmarked', 'advanced') AND "amountFen" <> 0);

ALTER TABLE "Envelope" DROP CONSTRAINT "Envelope_sums_check", DROP CONSTRAINT "Envelope_never_overspent_check";
ALTER TABLE "Envelope"
  ADD CONSTRAINT "Envelope_sums_check" CHECK (
    "grantedFen" >= 0 AND "reservedFen" >= 0 AND "committedFen" >= 0 AND "disbursedFen" >= 0 AND "owedFen" >= 0 AND "earmarkedFen" >= 0 AND "advancedFen" >= 0),
  ADD CONSTRAINT "Envelope_never_overspent_check" CHECK (
    "reservedFen" + "committedFen" + "disbursedFen" + "owedFen" + "earmarkedFen" + "advancedFen" <= "grantedFen" + "carriedFen"),
  ADD CONSTRAINT "Envelope_kind_check" CHECK (
    kind = 'budget' AND "earmarkedFen" = 0 AND "advancedFen" = 0
    OR kind = 'pool' AND "reservedFen" = 0 AND "committedFen" = 0 AND "disbursedFen" = 0 AND "owedFen" = 0 AND "carriedFen" = 0);

-- The sums beside an envelope follow from its entries: the trigger adds them, the checks above judge them.
CREATE FUNCTION derive_envelope_sums() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "Envelope" v SET
    "grantedFen" = v."grantedFen" - d.granted, "carriedFen" = v."carriedFen" - d.carried, "reservedFen" = v."reservedFen" + d.reserved,
    "committedFen" = v."committedFen" + d.committed, "disbursedFen" = v."disbursedFen" + d.disbursed, "owedFen" = v."owedFen" + d.owed,
    "earmarkedFen" = v."earmarkedFen" + d.earmarked, "advancedFen" = v."advancedFen" + d.advanced, version = v.version + 1
  FROM (
    SELECT "envelopeId",
      coalesce(sum("amountFen") FILTER (WHERE account = 'granted'), 0) AS granted, coalesce(sum("amountFen") FILTER (WHERE account = 'carried'), 0) AS carried,
      coalesce(sum("amountFen") FILTER (WHERE account = 'reserved'), 0) AS reserved, coalesce(sum("amountFen") FILTER (WHERE account = 'committed'), 0) AS committed,
      coalesce(sum("amountFen") FILTER (WHERE account = 'disbursed'), 0) AS disbursed, coalesce(sum("amountFen") FILTER (WHERE account = 'owed'), 0) AS owed,
      coalesce(sum("amountFen") FILTER (WHERE account = 'earmarked'), 0) AS earmarked, coalesce(sum("amountFen") FILTER (WHERE account = 'advanced'), 0) AS advanced
    FROM fresh GROUP BY "envelopeId") d
  WHERE v.id = d."envelopeId";
  RETURN NULL;
END $$;
CREATE TRIGGER "LedgerEntry_derive" AFTER INSERT ON "LedgerEntry" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION derive_envelope_sums();

-- Nobody writes the sums by hand: what comes from the trigger above is one level deeper.
CREATE FUNCTION envelope_sums_are_derived() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  known "Envelope"%ROWTYPE;
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    known := OLD;
  ELSE
    known."grantedFen" := 0; known."carriedFen" := 0; known."reservedFen" := 0; known."committedFen" := 0;
    known."disbursedFen" := 0; known."owedFen" := 0; known."earmarkedFen" := 0; known."advancedFen" := 0;
  END IF;
  IF (NEW."grantedFen", NEW."carriedFen", NEW."reservedFen", NEW."committedFen", NEW."disbursedFen", NEW."owedFen", NEW."earmarkedFen", NEW."advancedFen")
    IS DISTINCT FROM
    (known."grantedFen", known."carriedFen", known."reservedFen", known."committedFen", known."disbursedFen", known."owedFen", known."earmarkedFen", known."advancedFen") THEN
    RAISE EXCEPTION 'the sums of an envelope follow from its entries' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Envelope_derived_only" BEFORE INSERT OR UPDATE ON "Envelope" FOR EACH ROW EXECUTE FUNCTION envelope_sums_are_derived();

-- When a transaction commits: its entries sum to zero in each envelope, and no application has less than nothing in an account.
CREATE OR REPLACE FUNCTION ledger_is_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "LedgerEntry" WHERE "transactionId" = NEW."transactionId" GROUP BY "envelopeId" HAVING sum("amountFen") <> 0) THEN
    RAISE EXCEPTION 'ledger transaction % is not balanced', NEW."transactionId" USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "LedgerTransaction" t JOIN "LedgerTransaction" other ON other."applicationId" = t."applicationId" JOIN "LedgerEntry" e ON e."transactionId" = other.id
    WHERE t.id = NEW."transactionId" AND e.account NOT IN ('granted', 'carried', 'available', 'advanced')
    GROUP BY e."envelopeId", e.account HAVING sum(e."amountFen") < 0) THEN
    RAISE EXCEPTION 'ledger transaction % takes more than its application holds', NEW."transactionId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Recovery_append_only" BEFORE UPDATE OR DELETE ON "Recovery" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Payments that wait already: their money is committed, not merely reserved.
WITH waiting AS (
  SELECT p."applicationId", e."envelopeId", sum(e."amountFen")::bigint AS fen, gen_random_uuid() AS id
  FROM "Payment" p JOIN "LedgerTransaction" t ON t."applicationId" = p."applicationId" JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'reserved'
  WHERE p.status IN ('pending', 'batched') GROUP BY 1, 2 HAVING sum(e."amountFen") > 0),
moved AS (
  INSERT INTO "LedgerTransaction" (id, kind, "applicationId", at, "idempotencyKey")
  SELECT id, 'commit', "applicationId", now(), 'commit:' || "applicationId" FROM waiting RETURNING id)
INSERT INTO "LedgerEntry" ("transactionId", "envelopeId", account, "amountFen")
SELECT w.id, w."envelopeId", side.account, side.sign * w.fen FROM waiting w JOIN moved m ON m.id = w.id CROSS JOIN (VALUES ('reserved', -1), ('committed', 1)) AS side(account, sign);
