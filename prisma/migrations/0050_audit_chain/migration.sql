-- The audit log as hash chains, one a stream, so that writers of different streams never wait for each other.

ALTER TABLE "AuditEvent"
  ADD COLUMN "versions" JSONB,
  ADD COLUMN "stream" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "seq" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "salt" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "prevHash" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "hash" TEXT NOT NULL DEFAULT '';

CREATE TABLE "AuditHead" (
  "stream" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("stream")
);

CREATE TABLE "AuditSeal" (
  "number" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "streams" INTEGER NOT NULL,
  "events" BIGINT NOT NULL,
  "root" TEXT NOT NULL,
  "prevHash" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("number")
);

CREATE TABLE "AuditSealLeaf" (
  "sealNumber" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "stream" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "AuditSealLeaf_pkey" PRIMARY KEY ("sealNumber", "position")
);
CREATE INDEX "AuditSealLeaf_stream_seq_idx" ON "AuditSealLeaf"("stream", "seq");
ALTER TABLE "AuditSealLeaf" ADD CONSTRAINT "AuditSealLeaf_sealNumber_fkey" FOREIGN KEY ("sealNumber") REFERENCES "AuditSeal"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- JSON text with keys by code point and no spaces: the twin of app/kernel/canonical-json.ts.
CREATE FUNCTION audit_canonical(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF value IS NULL THEN RETURN 'null'; END IF;
  CASE jsonb_typeof(value)
    WHEN 'object' THEN
      RETURN '{' || coalesce((SELECT string_agg(to_json(key)::text || ':' || audit_canonical(each.value), ',' ORDER BY key COLLATE "C") FROM jsonb_each(value) each), '') || '}';
    WHEN 'array' THEN
      RETURN '[' || coalesce((SELECT string_agg(audit_canonical(each.value), ',' ORDER BY ordinality) FROM jsonb_array_elements(value) WITH ORDINALITY each), '') || ']';
    ELSE RETURN value::text;
  END CASE;
END $$;

CREATE FUNCTION audit_text(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce(to_json(value)::text, 'null') $$;
CREATE FUNCTION audit_sha256(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT encode(sha256(convert_to(value, 'UTF8')), 'hex') $$;

-- What the hash of an event is made of. What a firm must not read in its proof stands behind a salted digest.
CREATE FUNCTION audit_body(event "AuditEvent") RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  digest text := audit_sha256(event.salt || E'\n' || '{"address":' || audit_text(event.address) || ',"after":' || audit_canonical(event.after)
    || ',"before":' || audit_canonical(event.before) || ',"versions":' || audit_canonical(event.versions) || '}');
BEGIN
  RETURN '{"action":' || audit_text(event.action) || ',"actorId":' || audit_text(event."actorId"::text) || ',"actorRole":' || audit_text(event."actorRole")
    || ',"at":"' || to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","departmentId":' || audit_text(event."departmentId")
    || ',"digest":"' || digest || '","enterpriseId":' || audit_text(event."enterpriseId"::text)
    || ',"fen":' || audit_text(coalesce(event.after -> 'payload' ->> 'approvedFen', event.after ->> 'amountFen'))
    || ',"from":' || audit_text(event.before ->> 'state') || ',"id":"' || event.id || '","prev":"' || event."prevHash" || '","seq":' || event.seq
    || ',"stream":' || audit_text(event.stream) || ',"subjectId":' || audit_text(event."subjectId") || ',"subjectType":' || audit_text(event."subjectType")
    || ',"to":' || audit_text(event.after ->> 'state') || '}';
END $$;

-- A case, a person or a firm each have a chain of their own; what belongs to none goes by its subject.
CREATE FUNCTION audit_stream(event "AuditEvent") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN event."subjectType" = 'application' THEN 'case:' || event."subjectId"
    WHEN event."subjectType" = 'user' AND event."subjectId" <> 'unknown' THEN 'person:' || event."subjectId"
    WHEN event."enterpriseId" IS NOT NULL THEN 'firm:' || event."enterpriseId"
    WHEN event."actorId" IS NOT NULL THEN 'person:' || event."actorId"
    ELSE event."subjectType" || ':' || event."subjectId"
  END
$$;

CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head "AuditHead";
BEGIN
  NEW.stream := audit_stream(NEW);
  SELECT * INTO head FROM "AuditHead" WHERE stream = NEW.stream FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO "AuditHead" (stream, seq, hash) VALUES (NEW.stream, 0, '') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM "AuditHead" WHERE stream = NEW.stream FOR UPDATE;
  END IF;
  NEW.seq := head.seq + 1;
  NEW.salt := gen_random_uuid()::text;
  NEW."prevHash" := head.hash;
  NEW.hash := audit_sha256(audit_body(NEW));
  UPDATE "AuditHead" SET seq = NEW.seq, hash = NEW.hash WHERE stream = NEW.stream;
  RETURN NEW;
END $$;

-- What was written before there were chains is chained in the order it came.
ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_append_only";
DO $$
DECLARE
  event "AuditEvent";
  head "AuditHead";
BEGIN
  FOR event IN SELECT * FROM "AuditEvent" ORDER BY id LOOP
    event.stream := audit_stream(event);
    INSERT INTO "AuditHead" (stream, seq, hash) VALUES (event.stream, 0, '') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM "AuditHead" WHERE stream = event.stream;
    event.seq := head.seq + 1;
    event.salt := gen_random_uuid()::text;
    event."prevHash" := head.hash;
    event.hash := audit_sha256(audit_body(event));
    UPDATE "AuditEvent" SET stream = event.stream, seq = event.seq, salt = event.salt, "prevHash" = event."prevHash", hash = event.hash WHERE id = event.id;
    UPDATE "AuditHead" SET seq = event.seq, hash = event.hash WHERE stream = event.stream;
  END LOOP;
END $$;
ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_append_only";

CREATE UNIQUE INDEX "AuditEvent_stream_seq_key" ON "AuditEvent"("stream", "seq");
CREATE TRIGGER "AuditEvent_chain" BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION audit_chain();
CREATE TRIGGER "AuditSeal_append_only" BEFORE UPDATE OR DELETE ON "AuditSeal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditSealLeaf_append_only" BEFORE UPDATE OR DELETE ON "AuditSealLeaf" FOR EACH ROW EXECUTE FUNCTION refuse_change();
