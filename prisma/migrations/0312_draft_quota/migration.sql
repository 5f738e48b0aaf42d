-- How many may have an item is said by the item, no longer by its way of redemption.
UPDATE "PolicyDraft" SET content = jsonb_set(content, '{quota}', jsonb_strip_nulls(jsonb_build_object(
    'count', redemption #> '{batch,quota}', 'per', 'year', 'order', 'ranking',
    'proRata', CASE WHEN redemption #>> '{batch,proRata}' = 'true' THEN true END)))
  WHERE jsonb_typeof(redemption -> 'batch') = 'object';
UPDATE "PolicyDraft" SET redemption = redemption - 'batch' WHERE redemption ? 'batch';
