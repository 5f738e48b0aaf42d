-- What was known of a listed firm's conditions when its list was made, and what an unknown one rests on.
ALTER TABLE "Application" ADD COLUMN "listVerdict" TEXT;
ALTER TABLE "Application" ADD COLUMN "listBasis" JSONB;
ALTER TABLE "Application" ADD CONSTRAINT "Application_list_basis" CHECK ("listVerdict" IS DISTINCT FROM 'unknown' OR "listBasis" IS NOT NULL);
