-- Late is what is open, or was finished, after its last day; days are Asia/Shanghai days as YYYY-MM-DD.
CREATE FUNCTION is_late(due TEXT, on_day TEXT) RETURNS BOOLEAN LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN on_day > due COLLATE "C";
