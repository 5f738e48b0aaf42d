-- What the kind of a firm settles (`concerns` in the fact registry) stands in the rows of the wide table like any other value.
-- Where the registry says something else than the rows were filled by, they are filled again.
CREATE TABLE matching."Settled" (
    is_only BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (is_only),
    -- md5 of what the registry says
    fingerprint TEXT NOT NULL
);

-- Returns whether the rows are to be filled again. The application may call it without owning the tables.
CREATE FUNCTION matching.ensure_settled(said TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(340510);
    IF EXISTS (SELECT FROM matching."Settled" WHERE fingerprint = md5(said)) THEN
        RETURN FALSE;
    END IF;
    INSERT INTO matching."Settled" (fingerprint) VALUES (md5(said))
        ON CONFLICT (is_only) DO UPDATE SET fingerprint = EXCLUDED.fingerprint;
    UPDATE matching."ProfileWide" SET reporting_year = 0;
    RETURN TRUE;
END $$;
REVOKE ALL ON FUNCTION matching.ensure_settled(TEXT) FROM PUBLIC;
