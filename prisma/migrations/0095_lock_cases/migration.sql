-- Locks cases in the order of their ids, then gives all that a step needs to know of each: what is read after a lock sees what
-- was done while it was waited for. Keys are those of the steps to come, one a case. Planned once a session: the plan is the
-- same for every case.
CREATE FUNCTION lock_cases(ids uuid[], keys text[]) RETURNS TABLE (
  id text, number text, "enterpriseId" text, "itemId" text, "itemVersionId" text, year integer, state text, snapshot jsonb, "machineId" text, "machineVersion" integer, "machineHash" text,
  "approvedFen" bigint, "claimedFen" bigint, "bankAccountId" text, "promisedOn" text, version integer, "firmName" text, "firmRegion" text, "lastSeq" integer, tasks jsonb, waits text[], recusals jsonb, earlier jsonb)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "Application" a WHERE a.id = ANY(ids) ORDER BY a.id FOR UPDATE;
  RETURN QUERY
    SELECT a.id::text, a.number, a."enterpriseId"::text, a."itemId", a."itemVersionId"::text, a.year, a.state, a.snapshot, a."machineId", a."machineVersion", a."machineHash", a."approvedFen", a."claimedFen",
      a."bankAccountId"::text, a."promisedOn", a.version, e.name, e."regionCode",
      (SELECT coalesce(max(t.seq), 0) FROM "Transition" t WHERE t."applicationId" = a.id),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'stage', w.stage, 'departmentId', w."departmentId", 'regionCode', w."regionCode", 'assigneeId', w."assigneeId") ORDER BY w.id), '[]') FROM "ReviewTask" w WHERE w."applicationId" = a.id AND w."closedAt" IS NULL),
      (SELECT coalesce(array_agg(d.kind), '{}') FROM "Deadline" d WHERE d."applicationId" = a.id AND d."handledAt" IS NULL AND d."cancelledAt" IS NULL),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', r."userId")), '[]') FROM "Recusal" r WHERE r."applicationId" = a.id),
      (SELECT jsonb_build_object('bodyHash', t."bodyHash", 'toState', t."toState") FROM "Transition" t WHERE t."applicationId" = a.id AND t."idempotencyKey" = asked.key)
    FROM unnest(ids, keys) AS asked(id, key) JOIN "Application" a ON a.id = asked.id JOIN "Enterprise" e ON e.id = a."enterpriseId" ORDER BY a.id;
END $$;
