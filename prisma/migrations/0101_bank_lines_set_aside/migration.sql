-- Lines of a bank's file are understood one by one: which way the money went, the bank's own number of the booking, and why a line was set aside.

-- AlterTable
ALTER TABLE "BankLine" ADD COLUMN "side" TEXT,
  ADD COLUMN "bankReference" TEXT,
  ADD COLUMN "problem" TEXT,
  ADD COLUMN "problemPath" TEXT;

-- Guards that the schema language cannot say.

ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_side_check" CHECK (side IN ('debit', 'credit'));
ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_problem_check" CHECK ((problem IS NOT NULL) = (status = 'setAside'));
