-- What a decision obliged its firm to ends with the decision, also where no money had been set aside for it yet.
UPDATE "Obligation" o SET status = 'dropped', "endedAt" = coalesce(a."closedAt", o."openedAt")
FROM "Application" a
WHERE a.id = o."applicationId" AND o.status = 'open' AND a.state IN ('rejected', 'withdrawn', 'lapsed');
