-- When a case was taken up again after its end: money came back, or a refusal is looked at anew.
ALTER TABLE "Application" ADD COLUMN "reopenedAt" TIMESTAMPTZ(3);

UPDATE "Application" a SET "reopenedAt" = t.at
FROM (
  SELECT "applicationId", max(at) AS at FROM "Transition"
  WHERE "fromState" IN ('closed', 'rejected') AND "toState" NOT IN ('closed', 'rejected', 'withdrawn', 'lapsed')
  GROUP BY "applicationId"
) t WHERE t."applicationId" = a.id;

-- One open application per firm, item and year rewarded; one taken up again stands beside what was begun since.
DROP INDEX "Application_open_key";
CREATE UNIQUE INDEX "Application_open_key" ON "Application" ("enterpriseId", "itemId", (coalesce("rewardedYear", "year")))
  WHERE "state" NOT IN ('closed', 'rejected', 'withdrawn', 'lapsed') AND "reopenedAt" IS NULL;
