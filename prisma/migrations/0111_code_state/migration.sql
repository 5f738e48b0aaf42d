-- Codes issued before 2016 need not satisfy the check digit of GB 32100: such a firm is registered, and an official of the
-- register confirms its code before it may submit. Codes stored so far all satisfied the check.
ALTER TABLE "Enterprise" ADD COLUMN "codeState" TEXT NOT NULL DEFAULT 'sound';
ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_codeState_check" CHECK ("codeState" IN ('sound', 'toConfirm', 'confirmed', 'refused'));
CREATE INDEX "Enterprise_code_to_confirm" ON "Enterprise" ("createdAt", id) WHERE "codeState" = 'toConfirm';
