-- An account that belongs to whom one application pays, where that isn't the firm; it is never the firm's account in use.
ALTER TABLE "BankAccount" ADD COLUMN "forApplicationId" UUID;
ALTER TABLE "BankAccount" ADD CONSTRAINT "BankAccount_forApplicationId_fkey" FOREIGN KEY ("forApplicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
DROP INDEX "BankAccount_current_key";
CREATE UNIQUE INDEX "BankAccount_current_key" ON "BankAccount" ("enterpriseId") WHERE "retiredAt" IS NULL AND "forApplicationId" IS NULL;
CREATE UNIQUE INDEX "BankAccount_beneficiary_key" ON "BankAccount" ("forApplicationId") WHERE "retiredAt" IS NULL;
