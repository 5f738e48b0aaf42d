-- Payments locked in the order of their ids, with what steps on them need to know.
CREATE FUNCTION lock_payments(ids uuid[]) RETURNS TABLE (
  id text, status text, "amountFen" bigint, "deductedFen" bigint, "applicationId" text, "envelopeId" text, "bankAccountId" text, "regionCode" text, "batchId" text, "paidAt" timestamptz, "needsAccount" boolean, "returnedReason" text,
  batch jsonb, "replacedBy" jsonb, application jsonb, deductions jsonb)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "Payment" p WHERE p.id = ANY(ids) ORDER BY p.id FOR UPDATE;
  RETURN QUERY
    SELECT p.id::text, p.status, p."amountFen", p."deductedFen", p."applicationId"::text, p."envelopeId"::text, p."bankAccountId"::text, p."regionCode", p."batchId"::text, p."paidAt"::timestamptz, p."needsAccount", p."returnedReason",
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('id', b.id, 'number', b.number, 'status', b.status, 'source', b.source) END,
      (SELECT jsonb_build_object('id', r.id) FROM "Payment" r WHERE r."replacesId" = p.id),
      jsonb_build_object('enterpriseId', a."enterpriseId", 'number', a.number, 'item', jsonb_build_object('title', i.title)),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('recoveryId', d."recoveryId", 'applicationId', r."applicationId", 'fen', d.fen::text) ORDER BY d.id), '[]')
        FROM "Deduction" d JOIN "Recovery" r ON r.id = d."recoveryId" WHERE d."paymentId" = p.id)
    FROM "Payment" p JOIN "Application" a ON a.id = p."applicationId" JOIN "PolicyItem" i ON i.id = a."itemId" LEFT JOIN "PaymentBatch" b ON b.id = p."batchId"
    WHERE p.id = ANY(ids) ORDER BY p.id;
END $$;

-- Locks everything that paying or returning payments touches: batches, cases, payments, envelopes, each kind in the order of
-- its ids. Whoever needs some of the same waits at the first of them, and nobody waits for each other.
CREATE FUNCTION hold_payments(ids uuid[]) RETURNS TABLE (
  id text, status text, "amountFen" bigint, "deductedFen" bigint, "applicationId" text, "envelopeId" text, "bankAccountId" text, "regionCode" text, "batchId" text, "paidAt" timestamptz, "needsAccount" boolean, "returnedReason" text,
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
