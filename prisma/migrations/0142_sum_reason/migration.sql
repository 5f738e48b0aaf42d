-- Why an approved sum is not the one the rule gives, and what a firm answered to each point of a correction notice.

-- AlterTable
ALTER TABLE "Application" ADD COLUMN "sumReason" TEXT;

-- AlterTable
ALTER TABLE "CorrectionNotice" ADD COLUMN "answers" JSONB NOT NULL DEFAULT '[]';
