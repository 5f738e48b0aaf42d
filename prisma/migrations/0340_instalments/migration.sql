-- Later parts of sums that are paid in parts, with their days and what each waits for.
CREATE TABLE "Instalment" (
  "id" UUID NOT NULL,
  "applicationId" UUID NOT NULL,
  "place" INTEGER NOT NULL,
  "amountFen" BIGINT NOT NULL,
  "dueOn" TEXT,
  "conditional" BOOLEAN NOT NULL,
  "departmentId" TEXT NOT NULL,
  "regionCode" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'open',
  "confirmedAt" TIMESTAMPTZ(3),
  "confirmedById" UUID,
  "note" TEXT,
  "unfundedOn" TEXT,
  "openedAt" TIMESTAMPTZ(3) NOT NULL,
  "endedAt" TIMESTAMPTZ(3),
  "endedById" UUID,
  CONSTRAINT "Instalment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Instalment_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "Instalment_status_check" CHECK ("status" IN ('open', 'listed', 'denied', 'dropped')),
  CONSTRAINT "Instalment_amount_check" CHECK ("amountFen" > 0 AND "place" > 0),
  CONSTRAINT "Instalment_waits_check" CHECK ("dueOn" IS NOT NULL OR "conditional"),
  CONSTRAINT "Instalment_confirmed_check" CHECK (("confirmedAt" IS NULL) = ("confirmedById" IS NULL)),
  CONSTRAINT "Instalment_listed_check" CHECK ("status" <> 'listed' OR NOT "conditional" OR "confirmedAt" IS NOT NULL),
  CONSTRAINT "Instalment_ended_check" CHECK (("status" IN ('denied', 'dropped')) = ("endedAt" IS NOT NULL)),
  CONSTRAINT "Instalment_denied_check" CHECK ("status" <> 'denied' OR ("note" IS NOT NULL AND "endedById" IS NOT NULL))
);
CREATE UNIQUE INDEX "Instalment_live_key" ON "Instalment"("applicationId", "place") WHERE "status" IN ('open', 'listed');
CREATE INDEX "Instalment_status_dueOn_idx" ON "Instalment"("status", "dueOn");
CREATE INDEX "Instalment_departmentId_regionCode_status_idx" ON "Instalment"("departmentId", "regionCode", "status");
CREATE INDEX "Instalment_applicationId_idx" ON "Instalment"("applicationId");

ALTER TABLE "Payment" ADD COLUMN "instalmentId" UUID,
  ADD CONSTRAINT "Payment_instalmentId_fkey" FOREIGN KEY ("instalmentId") REFERENCES "Instalment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Payment_instalmentId_idx" ON "Payment"("instalmentId");

-- One payment of a decision, and one of each later part, is live.
DROP INDEX "Payment_live_key";
CREATE UNIQUE INDEX "Payment_live_key" ON "Payment"("applicationId", "instalmentId") NULLS NOT DISTINCT
  WHERE "status" IN ('pending', 'batched', 'paid');

-- Drafts say their parts as items do now; when a later one is due is for their authors to say.
UPDATE "PolicyDraft" SET content = jsonb_set(content, '{amount,instalments}', (
  SELECT jsonb_agg(jsonb_build_object('percent', part) ORDER BY place)
  FROM jsonb_array_elements(content #> '{amount,instalments}') WITH ORDINALITY AS parts(part, place)))
WHERE jsonb_typeof(content #> '{amount,instalments,0}') = 'number';

-- Steps on payments know of which part of a sum each is.
DROP FUNCTION hold_payments(uuid[]);
DROP FUNCTION lock_payments(uuid[]);
CREATE FUNCTION lock_payments(ids uuid[]) RETURNS TABLE (
  id text, status text, "amountFen" bigint, "deductedFen" bigint, "applicationId" text, "envelopeId" text, "bankAccountId" text, "regionCode" text, "batchId" text, "paidAt" timestamptz, "needsAccount" boolean, "returnedReason" text, "instalmentId" text,
  batch jsonb, "replacedBy" jsonb, application jsonb, deductions jsonb)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "Payment" p WHERE p.id = ANY(ids) ORDER BY p.id FOR UPDATE;
  RETURN QUERY
    SELECT p.id::text, p.status, p."amountFen", p."deductedFen", p."applicationId"::text, p."envelopeId"::text, p."bankAccountId"::text, p."regionCode", p."batchId"::text, p."paidAt"::timestamptz, p."needsAccount", p."returnedReason", p."instalmentId"::text,
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('id', b.id, 'number', b.number, 'status', b.status, 'source', b.source) END,
      (SELECT jsonb_build_object('id', r.id) FROM "Payment" r WHERE r."replacesId" = p.id),
      jsonb_build_object('enterpriseId', a."enterpriseId", 'number', a.number, 'item', jsonb_build_object('title', i.title, 'titleEn', i."titleEn")),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('recoveryId', d."recoveryId", 'applicationId', r."applicationId", 'fen', d.fen::text) ORDER BY d.id), '[]')
        FROM "Deduction" d JOIN "Recovery" r ON r.id = d."recoveryId" WHERE d."paymentId" = p.id)
    FROM "Payment" p JOIN "Application" a ON a.id = p."applicationId" JOIN "PolicyItem" i ON i.id = a."itemId" LEFT JOIN "PaymentBatch" b ON b.id = p."batchId"
    WHERE p.id = ANY(ids) ORDER BY p.id;
END $$;

-- Locks everything that paying or returning payments touches: batches, cases, payments, envelopes, each kind in the order of
-- its ids. Whoever needs some of the same waits at the first of them, and nobody waits for each other.
CREATE FUNCTION hold_payments(ids uuid[]) RETURNS TABLE (
  id text, status text, "amountFen" bigint, "deductedFen" bigint, "applicationId" text, "envelopeId" text, "bankAccountId" text, "regionCode" text, "batchId" text, "paidAt" timestamptz, "needsAccount" boolean, "returnedReason" text, "instalmentId" text,
  batch jsonb, "replacedBy" jsonb, application jsonb, deductions jsonb)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "PaymentBatch" b WHERE b.id IN (SELECT p."batchId" FROM "Payment" p WHERE p.id = ANY(ids)) ORDER BY b.id FOR UPDATE;
  PERFORM 1 FROM "Application" a WHERE a.id IN (SELECT p."applicationId" FROM "Payment" p WHERE p.id = ANY(ids)) ORDER BY a.id FOR UPDATE;
  PERFORM 1 FROM "Payment" p WHERE p.id = ANY(ids) ORDER BY p.id FOR UPDATE;
  PERFORM 1 FROM "Envelope" v
    WHERE v.id IN (
      SELECT e."envelopeId" FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
      WHERE t."applicationId" IN (
        SELECT p."applicationId" FROM "Payment" p WHERE p.id = ANY(ids)
        UNION SELECT r."applicationId" FROM "Deduction" d JOIN "Recovery" r ON r.id = d."recoveryId" WHERE d."paymentId" = ANY(ids)))
      OR (v.kind = 'pool' AND v."regionCode" IN (SELECT p."regionCode" FROM "Payment" p JOIN "PaymentBatch" b ON b.id = p."batchId" WHERE p.id = ANY(ids) AND b.source = 'pool'))
    ORDER BY v.id FOR UPDATE;
  RETURN QUERY SELECT * FROM lock_payments(ids);
END $$;
