-- As before, and cases are found by their key: joined to the list of what is asked the whole table was read.
CREATE OR REPLACE FUNCTION lock_cases(ids uuid[], keys text[]) RETURNS TABLE (
  id text, number text, "enterpriseId" text, "itemId" text, "itemVersionId" text, year integer, state text, snapshot jsonb, "machineId" text, "machineVersion" integer, "machineHash" text,
  "approvedFen" bigint, "claimedFen" bigint, "bankAccountId" text, "promisedOn" text, version integer, "firmName" text, "firmRegion" text, "firmCode" text, account jsonb, "lastSeq" integer, tasks jsonb, waits text[], recusals jsonb, earlier jsonb, "calendarEdition" text)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "Application" a WHERE a.id = ANY(ids) ORDER BY a.id FOR UPDATE;
  RETURN QUERY
    SELECT a.id::text, a.number, a."enterpriseId"::text, a."itemId", a."itemVersionId"::text, a.year, a.state, a.snapshot, a."machineId", a."machineVersion", a."machineHash", a."approvedFen", a."claimedFen",
      a."bankAccountId"::text, a."promisedOn", a.version, e.name, e."regionCode", e."creditCode",
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('holder', b.holder, 'bankName', b."bankName", 'lastFour', b."lastFour") END,
      (SELECT coalesce(max(t.seq), 0) FROM "Transition" t WHERE t."applicationId" = a.id),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'stage', w.stage, 'departmentId', w."departmentId", 'regionCode', w."regionCode", 'assigneeId', w."assigneeId") ORDER BY w.id), '[]') FROM "Task" w WHERE w."applicationId" = a.id AND w."closedAt" IS NULL),
      (SELECT coalesce(array_agg(d.kind), '{}') FROM "Deadline" d WHERE d."applicationId" = a.id AND d."handledAt" IS NULL AND d."cancelledAt" IS NULL),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', r."userId")), '[]') FROM "Recusal" r WHERE r."applicationId" = a.id),
      (SELECT jsonb_build_object('bodyHash', t."bodyHash", 'toState', t."toState") FROM "Transition" t WHERE t."applicationId" = a.id AND t."idempotencyKey" = asked.key),
      (SELECT c.id::text FROM "CalendarEdition" c)
    FROM "Application" a CROSS JOIN LATERAL (SELECT keys[array_position(ids, a.id)] AS key) asked JOIN "Enterprise" e ON e.id = a."enterpriseId" LEFT JOIN "BankAccount" b ON b.id = a."bankAccountId" WHERE a.id = ANY(ids) ORDER BY a.id;
END $$;

-- Everything firms have handed in, with what they hold of it; a function, so that it is planned once a session: planning took
-- longer than reading. The title's parts are those of a bilingual text.
CREATE FUNCTION claims_of(enterprises uuid[], deeds text[]) RETURNS TABLE (
  id text, number text, "enterpriseId" text, "itemId" text, title jsonb, year integer, state text, "submittedAt" timestamptz, decided boolean, "claimedFen" bigint, "approvedFen" bigint,
  stated jsonb, "exclusiveGroup" text, "sharedCap" text, "heldFen" bigint, "comingFen" bigint, "cededFen" bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT a.id::text, a.number, a."enterpriseId"::text, a."itemId",
      jsonb_build_object('zh', i.title, 'en', coalesce(i."titleEn", i.title)) AS title, coalesce(a."rewardedYear", a.year) AS year, a.state, a."submittedAt",
      a."decidedAt" IS NOT NULL AND a."approvedFen" IS NOT NULL AS decided, a."claimedFen", a."approvedFen",
      a."caseFacts" || coalesce((SELECT jsonb_object_agg(f.key, f.value) FROM "CaseSubmission" s, jsonb_each(s.frozen -> 'facts') f
        WHERE s."applicationId" = a.id AND s.seq = (SELECT max(l.seq) FROM "CaseSubmission" l WHERE l."applicationId" = a.id) AND f.key = ANY(deeds)), '{}') AS stated,
      v.content ->> 'exclusiveGroup' AS "exclusiveGroup", v.content #>> '{amount,sharedCap,group}' AS "sharedCap",
      (coalesce((SELECT sum(CASE WHEN p.status = 'paid' THEN p."amountFen" ELSE p."deductedFen" END) FROM "Payment" p
        WHERE p."applicationId" = a.id AND (p.status = 'paid' OR (p.status = 'returned' AND p."paidAt" IS NOT NULL))), 0)
      + coalesce((SELECT sum(e."amountFen") FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'owed'
        WHERE t."applicationId" = a.id AND t.kind = 'collect'), 0))::bigint AS "heldFen",
      coalesce((SELECT sum(n."amountFen") FROM "Instalment" n WHERE n."applicationId" = a.id AND n.status IN ('open', 'listed')
        AND NOT EXISTS (SELECT 1 FROM "Payment" p WHERE p."instalmentId" = n.id AND p.status = 'paid')), 0)::bigint AS "comingFen",
      CASE WHEN v.content -> 'topUp' = 'true' THEN coalesce((SELECT sum((r ->> 'yuan')::numeric * 100)
        FROM (SELECT s.frozen -> 'received' AS received FROM "CaseSubmission" s WHERE s."applicationId" = a.id ORDER BY s.seq DESC LIMIT 1) s,
          jsonb_array_elements(s.received) r
        WHERE r ->> 'itemId' = a."itemId" OR r ->> 'exclusiveGroup' = v.content ->> 'exclusiveGroup'), 0) ELSE 0 END::bigint AS "cededFen"
    FROM "Application" a JOIN "PolicyItem" i ON i.id = a."itemId" JOIN "PolicyItemVersion" v ON v.id = a."itemVersionId"
    WHERE a."enterpriseId" = ANY(enterprises) AND a.number IS NOT NULL AND a."submittedAt" IS NOT NULL
    ORDER BY a."submittedAt", a.number;
END $$;
