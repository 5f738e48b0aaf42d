-- A payment that came back takes its closed case up again, so that no payment runs beside its case any more.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Payment" WHERE "caseClosed" AND status = 'batched') THEN
    RAISE EXCEPTION 'batches with payments of closed cases must be cancelled or settled before this migration';
  END IF;
END $$;

-- What waits for such a case is listed anew from the payment that came back, which then moves the case.
UPDATE "Payment" SET status = 'cancelled', "cancelledAt" = now(), "replacesId" = NULL WHERE "caseClosed" AND status = 'pending';

ALTER TABLE "Payment" DROP COLUMN "caseClosed";
