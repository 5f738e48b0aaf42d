-- Envelopes are locked where money moves in them, and then with what is held in them (decision 398).
DROP FUNCTION hold_payments(uuid[]);
CREATE FUNCTION hold_payments(ids uuid[], with_money boolean) RETURNS TABLE (
  id text, status text, "amountFen" bigint, "deductedFen" bigint, "applicationId" text, "envelopeId" text, "bankAccountId" text, "regionCode" text, "batchId" text, "paidAt" timestamptz, "needsAccount" boolean, "returnedReason" text, "instalmentId" text,
  batch jsonb, "replacedBy" jsonb, application jsonb, deductions jsonb)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "PaymentBatch" b WHERE b.id IN (SELECT p."batchId" FROM "Payment" p WHERE p.id = ANY(ids)) ORDER BY b.id FOR UPDATE;
  PERFORM 1 FROM "Application" a WHERE a.id IN (SELECT p."applicationId" FROM "Payment" p WHERE p.id = ANY(ids)) ORDER BY a.id FOR UPDATE;
  PERFORM 1 FROM "Payment" p WHERE p.id = ANY(ids) ORDER BY p.id FOR UPDATE;
  IF with_money THEN
    PERFORM 1 FROM "Envelope" v
      WHERE v.id IN (
        SELECT e."envelopeId" FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
        WHERE t."applicationId" IN (
          SELECT p."applicationId" FROM "Payment" p WHERE p.id = ANY(ids)
          UNION SELECT r."applicationId" FROM "Deduction" d JOIN "Recovery" r ON r.id = d."recoveryId" WHERE d."paymentId" = ANY(ids)))
        OR (v.kind = 'pool' AND v."regionCode" IN (SELECT p."regionCode" FROM "Payment" p JOIN "PaymentBatch" b ON b.id = p."batchId" WHERE p.id = ANY(ids) AND b.source = 'pool'))
      ORDER BY v.id FOR UPDATE;
  END IF;
  RETURN QUERY SELECT * FROM lock_payments(ids);
END $$;

-- What applications hold in an account, by envelope, with all envelopes they have drawn on locked in the order of their ids.
CREATE FUNCTION hold_drawn(ids uuid[], of_account text, of_recovery uuid, of_payment uuid) RETURNS TABLE ("applicationId" text, "envelopeId" text, fen bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "Envelope" v WHERE v.id IN (
    SELECT e."envelopeId" FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id WHERE t."applicationId" = ANY(ids)) ORDER BY v.id FOR UPDATE;
  RETURN QUERY
    SELECT t."applicationId"::text, e."envelopeId"::text, sum(e."amountFen")::bigint FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
    WHERE t."applicationId" = ANY(ids) AND e.account = of_account AND (of_recovery IS NULL OR t."recoveryId" = of_recovery) AND (of_payment IS NULL OR t."paymentId" = of_payment)
    GROUP BY 1, 2 HAVING sum(e."amountFen") > 0 ORDER BY min(e.id);
END $$;
