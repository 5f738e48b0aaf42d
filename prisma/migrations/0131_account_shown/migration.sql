-- A case that was sent while its page showed the firm's account, but kept none, takes the one account the firm has.
UPDATE "Application" a SET "bankAccountId" = one.id
FROM (
  SELECT "enterpriseId", (array_agg(id))[1] AS id FROM "BankAccount"
  WHERE "retiredAt" IS NULL GROUP BY "enterpriseId" HAVING count(*) = 1
) one
WHERE one."enterpriseId" = a."enterpriseId" AND a."bankAccountId" IS NULL AND a.number IS NOT NULL
  AND (a."machineId" <> 'applyFree' OR a.state IN ('budgetCheck', 'awaitingBudget', 'payment'))
  AND a.state NOT IN ('draft', 'closed', 'rejected', 'withdrawn', 'lapsed');

-- What was put off because no account was known is tried again at once.
UPDATE "Deadline" d SET "dueAt" = now()
FROM "Application" a
WHERE a.id = d."applicationId" AND d.event = 'PUBLICITY_ENDED' AND d."handledAt" IS NULL AND d."cancelledAt" IS NULL
  AND d."dueAt" > now() AND d."dueAt" <= now() + interval '1 hour'
  AND a.state = 'publicity' AND a."bankAccountId" IS NOT NULL;

-- Where no account is known the payment stands on the list and waits for the firm, which is told.
ALTER TABLE "Payment" ALTER COLUMN "bankAccountId" DROP NOT NULL;
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_account_known" CHECK ("bankAccountId" IS NOT NULL OR ("needsAccount" AND status IN ('pending', 'cancelled')));
