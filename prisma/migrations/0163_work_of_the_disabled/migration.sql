-- Open work given to accounts that were disabled is everybody's of its office again.
UPDATE "ReviewTask" t SET "assigneeId" = NULL FROM "User" u
WHERE u.id = t."assigneeId" AND u."disabledAt" IS NOT NULL AND t."closedAt" IS NULL;
