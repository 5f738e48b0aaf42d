-- The conditions a decision of refusal names, as places in the item's condition tree.
ALTER TABLE "Application" ADD COLUMN "failedConditions" TEXT[] DEFAULT ARRAY[]::TEXT[];
