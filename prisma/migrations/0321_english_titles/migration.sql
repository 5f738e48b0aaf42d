-- The English title of an item beside the Chinese, for lists of cases, payments and objections; filled with its next version.
ALTER TABLE "PolicyItem" ADD COLUMN "titleEn" TEXT;

UPDATE "PolicyItem" i SET "titleEn" = v.content -> 'english' ->> 'title'
FROM "PolicyItemVersion" v WHERE v.id = i."currentVersionId";

-- What steps on payments tell firms of names the item in both languages.
CREATE OR REPLACE FUNCTION lock_payments(ids uuid[]) RETURNS TABLE (
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
      jsonb_build_object('enterpriseId', a."enterpriseId", 'number', a.number, 'item', jsonb_build_object('title', i.title, 'titleEn', i."titleEn")),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('recoveryId', d."recoveryId", 'applicationId', r."applicationId", 'fen', d.fen::text) ORDER BY d.id), '[]')
        FROM "Deduction" d JOIN "Recovery" r ON r.id = d."recoveryId" WHERE d."paymentId" = p.id)
    FROM "Payment" p JOIN "Application" a ON a.id = p."applicationId" JOIN "PolicyItem" i ON i.id = a."itemId" LEFT JOIN "PaymentBatch" b ON b.id = p."batchId"
    WHERE p.id = ANY(ids) ORDER BY p.id;
END $$;
