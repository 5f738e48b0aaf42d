-- When the file of a batch was first handed out. Of batches released before it is taken as handed out with the release.
ALTER TABLE "PaymentBatch" ADD COLUMN "fileTakenAt" TIMESTAMPTZ(3);
UPDATE "PaymentBatch" SET "fileTakenAt" = "exportedAt" WHERE "status" IN ('exported', 'settled');
ALTER TABLE "PaymentBatch" ADD CONSTRAINT "PaymentBatch_file_check" CHECK ("fileTakenAt" IS NULL OR "exportedAt" IS NOT NULL);
