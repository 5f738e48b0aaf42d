-- Profiles as one wide row of typed facts, for rules as SQL. Its columns follow the fact registry, so it stands in a schema
-- of its own, beside the tables of schema.prisma.
CREATE SCHEMA matching;

CREATE TABLE matching."ProfileWide" (
    enterprise_id UUID PRIMARY KEY REFERENCES public."Enterprise"("id") ON DELETE CASCADE,
    -- year whose figures the row holds; 0: to be filled again
    reporting_year INTEGER NOT NULL,
    -- facts whose value is not of the registry's type; such a firm is judged by closures
    odd_facts JSONB
);

-- Brings the columns in line with the registry: { fact: "boolean" | "double precision" | "text" }. Returns how many were
-- added or changed; rows are then filled again. The application may call it without owning the table.
CREATE FUNCTION matching.ensure_facts(facts JSONB) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    actions TEXT;
    changed INTEGER;
BEGIN
    IF EXISTS (SELECT FROM jsonb_each_text(facts) WHERE key !~ '^[a-z][A-Za-z0-9]*$' OR value NOT IN ('boolean', 'double precision', 'text')) THEN
        RAISE EXCEPTION 'not a table of facts';
    END IF;
    PERFORM pg_advisory_xact_lock(340510);
    SELECT string_agg(
               CASE WHEN a.attname IS NULL THEN '' ELSE format('DROP COLUMN %I, ', f.key) END
               || format('ADD COLUMN %I %s%s', f.key, f.value, CASE f.value WHEN 'text' THEN ' COLLATE "C"' ELSE '' END), ', ' ORDER BY f.value, f.key),
           count(*)
      INTO actions, changed
      FROM jsonb_each_text(facts) f
      LEFT JOIN pg_attribute a ON a.attrelid = 'matching."ProfileWide"'::regclass AND a.attname = f.key AND NOT a.attisdropped
     WHERE a.attname IS NULL OR format_type(a.atttypid, NULL) <> f.value;
    IF changed > 0 THEN
        EXECUTE 'ALTER TABLE matching."ProfileWide" ' || actions;
        UPDATE matching."ProfileWide" SET reporting_year = 0;
    END IF;
    RETURN changed;
END $$;
REVOKE ALL ON FUNCTION matching.ensure_facts(JSONB) FROM PUBLIC;
