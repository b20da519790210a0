-- Whether a ban holds now; one whose term is over counts as lifted. `isBanned` in server/users/standing.ts says the same.
CREATE FUNCTION is_banned(banned_at timestamptz, banned_until timestamptz) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT banned_at IS NOT NULL AND (banned_until IS NULL OR banned_until > now())
$$;--> statement-breakpoint
-- The saved searches, other than its seller's and those that are off, that a live ad fits: those that name one of its
-- lexemes as their anchor, looked at one by one; none while its seller is banned. With `changed`, only those that it did
-- not fit at the price it had.
CREATE OR REPLACE FUNCTION matching_searches(ad bigint, uzs_per_usd float8, changed boolean, was_kind text, was_currency text,
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
  PERFORM FROM users u WHERE u.id = a.seller_id AND is_banned(u.banned_at, u.banned_until);
  IF FOUND THEN RETURN; END IF;
  its_words := strip(a.search_words);
  its_facets := strip(a.search_facets);
  RETURN QUERY
    SELECT s.user_id, s.id, s.mode FROM saved_searches s JOIN users u ON u.id = s.user_id
    WHERE s.mode <> 'off' AND s.anchors && (tsvector_to_array(its_words) || tsvector_to_array(its_facets) || '*'::text)
      AND (s.words IS NULL OR its_words @@ s.words) AND (s.facets IS NULL OR its_facets @@ s.facets)
      AND (s.numbers IS NULL OR a.attributes @@ s.numbers)
      AND price_passes(a.price_kind, a.price_currency, a.price_amount, s.price_min, s.price_max, s.price_currency, uzs_per_usd)
      AND NOT (changed AND price_passes(was_kind, was_currency, was_amount, s.price_min, s.price_max, s.price_currency, uzs_per_usd))
      AND s.user_id <> a.seller_id AND NOT is_banned(u.banned_at, u.banned_until) AND u.unreachable_at IS NULL;
END $$;
