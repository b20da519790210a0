-- Whether a price passes one that was asked for (`asked` null: any does); sums of the other currency at the rate, rounded
-- as `toUzs` rounds. What is free costs nothing.
CREATE FUNCTION price_passes(kind text, currency text, amount bigint, low float8, high float8, asked text,
  uzs_per_usd float8) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT asked IS NULL OR coalesce(CASE
    WHEN kind = 'free' THEN low IS NULL OR floor(low * CASE asked WHEN 'USD' THEN uzs_per_usd ELSE 1 END + 0.5) <= 0
    WHEN currency = asked THEN (low IS NULL OR amount >= low) AND (high IS NULL OR amount <= high)
    WHEN currency = 'USD' THEN (low IS NULL OR floor(amount * uzs_per_usd + 0.5) >= low)
      AND (high IS NULL OR floor(amount * uzs_per_usd + 0.5) <= high)
    ELSE (low IS NULL OR amount >= floor(low * uzs_per_usd + 0.5))
      AND (high IS NULL OR amount <= floor(high * uzs_per_usd + 0.5)) END, false)
$$;--> statement-breakpoint
-- The saved searches, other than its seller's and those that are off, that a live ad fits: those that name one of its
-- lexemes as their anchor, looked at one by one. With `changed`, only those that it did not fit at the price it had.
CREATE FUNCTION matching_searches(ad bigint, uzs_per_usd float8, changed boolean, was_kind text, was_currency text,
  was_amount bigint) RETURNS TABLE (user_id bigint, search_id bigint, mode text)
LANGUAGE plpgsql STABLE ROWS 100
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
  a record;
  its_words tsvector;
  its_facets tsvector;
BEGIN
  SELECT * INTO a FROM ads WHERE id = ad AND state = 'active';
  IF NOT FOUND THEN RETURN; END IF;
  its_words := strip(a.search_words);
  its_facets := strip(a.search_facets);
  RETURN QUERY
    SELECT s.user_id, s.id, s.mode FROM saved_searches s JOIN users u ON u.id = s.user_id
    WHERE s.mode <> 'off' AND s.anchors && (tsvector_to_array(its_words) || tsvector_to_array(its_facets) || '*'::text)
      AND (s.words IS NULL OR its_words @@ s.words) AND (s.facets IS NULL OR its_facets @@ s.facets)
      AND (s.numbers IS NULL OR a.attributes @@ s.numbers)
      AND price_passes(a.price_kind, a.price_currency, a.price_amount, s.price_min, s.price_max, s.price_currency, uzs_per_usd)
      AND NOT (changed AND price_passes(was_kind, was_currency, was_amount, s.price_min, s.price_max, s.price_currency, uzs_per_usd))
      AND s.user_id <> a.seller_id AND u.banned_at IS NULL AND u.unreachable_at IS NULL;
END $$;
