-- One way to write a number in what is hashed. Events hashed before keep their form, told by a column.

ALTER TABLE "AuditEvent" ADD COLUMN "form" SMALLINT NOT NULL DEFAULT 1;

-- The first form: numbers as the column writes them.
CREATE FUNCTION audit_canonical_1(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF value IS NULL THEN RETURN 'null'; END IF;
  CASE jsonb_typeof(value)
    WHEN 'object' THEN
      RETURN '{' || coalesce((SELECT string_agg(to_json(key)::text || ':' || audit_canonical_1(each.value), ',' ORDER BY key COLLATE "C") FROM jsonb_each(value) each), '') || '}';
    WHEN 'array' THEN
      RETURN '[' || coalesce((SELECT string_agg(audit_canonical_1(each.value), ',' ORDER BY ordinality) FROM jsonb_array_elements(value) WITH ORDINALITY each), '') || ']';
    ELSE RETURN value::text;
  END CASE;
END $$;

CREATE FUNCTION audit_body_1(event "AuditEvent") RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  digest text := audit_sha256(event.salt || E'\n' || '{"address":' || audit_text(event.address) || ',"after":' || audit_canonical_1(event.after)
    || ',"before":' || audit_canonical_1(event.before) || ',"versions":' || audit_canonical_1(event.versions) || '}');
BEGIN
  RETURN '{"action":' || audit_text(event.action) || ',"actorId":' || audit_text(event."actorId"::text) || ',"actorRole":' || audit_text(event."actorRole")
    || ',"at":"' || to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","departmentId":' || audit_text(event."departmentId")
    || ',"digest":"' || digest || '","enterpriseId":' || audit_text(event."enterpriseId"::text)
    || ',"fen":' || audit_text(coalesce(event.after -> 'payload' ->> 'approvedFen', event.after ->> 'amountFen'))
    || ',"from":' || audit_text(event.before ->> 'state') || ',"id":"' || event.id || '","prev":"' || event."prevHash" || '","seq":' || event.seq
    || ',"stream":' || audit_text(event.stream) || ',"subjectId":' || audit_text(event."subjectId") || ',"subjectType":' || audit_text(event."subjectType")
    || ',"to":' || audit_text(event.after ->> 'state') || '}';
END $$;

-- JSON text with keys by code point, no spaces, and numbers as plain decimals without idle zeros: the twin of app/kernel/canonical-json.ts.
CREATE OR REPLACE FUNCTION audit_canonical(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF value IS NULL THEN RETURN 'null'; END IF;
  CASE jsonb_typeof(value)
    WHEN 'object' THEN
      RETURN '{' || coalesce((SELECT string_agg(to_json(key)::text || ':' || audit_canonical(each.value), ',' ORDER BY key COLLATE "C") FROM jsonb_each(value) each), '') || '}';
    WHEN 'array' THEN
      RETURN '[' || coalesce((SELECT string_agg(audit_canonical(each.value), ',' ORDER BY ordinality) FROM jsonb_array_elements(value) WITH ORDINALITY each), '') || ']';
    WHEN 'number' THEN
      RETURN trim_scale(value::numeric)::text;
    ELSE RETURN value::text;
  END CASE;
END $$;

-- A text as it is, nothing as nothing, anything else in its canonical form.
CREATE FUNCTION audit_plain(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE jsonb_typeof(value) WHEN 'string' THEN value #>> '{}' WHEN 'null' THEN NULL ELSE CASE WHEN value IS NOT NULL THEN audit_canonical(value) END END
$$;

CREATE FUNCTION audit_body_2(event "AuditEvent") RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  digest text := audit_sha256(event.salt || E'\n' || '{"address":' || audit_text(event.address) || ',"after":' || audit_canonical(event.after)
    || ',"before":' || audit_canonical(event.before) || ',"versions":' || audit_canonical(event.versions) || '}');
BEGIN
  RETURN '{"action":' || audit_text(event.action) || ',"actorId":' || audit_text(event."actorId"::text) || ',"actorRole":' || audit_text(event."actorRole")
    || ',"at":"' || to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","departmentId":' || audit_text(event."departmentId")
    || ',"digest":"' || digest || '","enterpriseId":' || audit_text(event."enterpriseId"::text)
    || ',"fen":' || audit_text(coalesce(audit_plain(event.after -> 'payload' -> 'approvedFen'), audit_plain(event.after -> 'amountFen')))
    || ',"form":' || event.form
    || ',"from":' || audit_text(audit_plain(event.before -> 'state')) || ',"id":"' || event.id || '","prev":"' || event."prevHash" || '","seq":' || event.seq
    || ',"stream":' || audit_text(event.stream) || ',"subjectId":' || audit_text(event."subjectId") || ',"subjectType":' || audit_text(event."subjectType")
    || ',"to":' || audit_text(audit_plain(event.after -> 'state')) || '}';
END $$;

-- What the hash of an event is made of, in the form that the event is of.
CREATE OR REPLACE FUNCTION audit_body(event "AuditEvent") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE event.form WHEN 1 THEN audit_body_1(event) ELSE audit_body_2(event) END
$$;

CREATE OR REPLACE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head "AuditHead";
BEGIN
  NEW.stream := audit_stream(NEW);
  SELECT * INTO head FROM "AuditHead" WHERE stream = NEW.stream FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO "AuditHead" (stream, seq, hash) VALUES (NEW.stream, 0, '') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM "AuditHead" WHERE stream = NEW.stream FOR UPDATE;
  END IF;
  NEW.form := 2;
  NEW.seq := head.seq + 1;
  NEW.salt := gen_random_uuid()::text;
  NEW."prevHash" := head.hash;
  NEW.hash := audit_sha256(audit_body(NEW));
  UPDATE "AuditHead" SET seq = NEW.seq, hash = NEW.hash WHERE stream = NEW.stream;
  RETURN NEW;
END $$;

-- What an auditor signed about events of the first form that a verifier of that time took for changed: by event, its hash.
CREATE TABLE "AuditNote" (
  "number" SERIAL NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "actorId" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "events" JSONB NOT NULL,
  "certificate" TEXT NOT NULL,
  "signature" TEXT NOT NULL,
  CONSTRAINT "AuditNote_pkey" PRIMARY KEY ("number")
);
CREATE TRIGGER "AuditNote_append_only" BEFORE UPDATE OR DELETE ON "AuditNote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
