-- The year a case rewards, where its item lets a year be claimed apart from itself; empty: the year of the claim.
ALTER TABLE "Application" ADD COLUMN "rewardedYear" INTEGER;

-- One open application per firm, item and year rewarded.
DROP INDEX "Application_open_key";
CREATE UNIQUE INDEX "Application_open_key" ON "Application" ("enterpriseId", "itemId", (coalesce("rewardedYear", "year")))
  WHERE "state" NOT IN ('closed', 'rejected', 'withdrawn', 'lapsed');
