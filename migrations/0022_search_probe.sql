DROP FUNCTION search_best(tsquery, tsquery, int8range, int8range, jsonpath, bigint, real, bigint, integer);--> statement-breakpoint
DROP FUNCTION search_priced(tsquery, tsquery, jsonpath, text, boolean, bigint, bigint, bigint, integer);--> statement-breakpoint
DROP FUNCTION search_newest(tsquery, tsquery, int8range, int8range, jsonpath, bigint, integer);--> statement-breakpoint
DROP FUNCTION search_within(text, text, bigint, jsonb, int8range, int8range, jsonpath);--> statement-breakpoint
-- What an ad must be within beside its lexemes, which of numbers only come near; null is no bound. `below` is a place in
-- the feed; `low` and `high` are amounts of one currency, of which those at `edge` must be older than `edge_place`.
CREATE TYPE search_bounds AS (uzs int8range, usd int8range, numbers jsonpath, below bigint, currency text, low bigint,
  high bigint, edge bigint, edge_place bigint);--> statement-breakpoint
CREATE FUNCTION search_within(ad ads, b search_bounds) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (b.below IS NULL OR ad.feed_seq < b.below)
    AND (b.currency IS NULL OR ad.price_currency = b.currency AND ad.price_amount BETWEEN b.low AND b.high
      AND (ad.price_amount <> b.edge OR ad.feed_seq < b.edge_place))
    AND (b.uzs IS NULL OR CASE
      WHEN ad.price_kind = 'free' THEN b.uzs @> 0::bigint
      WHEN ad.price_currency = 'USD' THEN b.usd @> ad.price_amount
      ELSE b.uzs @> ad.price_amount END)
    AND (b.numbers IS NULL OR ad.attributes @@ b.numbers)
$$;--> statement-breakpoint
-- Live ads that have the words and facets asked for and are near a place, in no order, at most so many, ranked if that is
-- wanted. Facets come in seven groups, or two, or none: each is a condition of its own, for the index then skips from
-- group to group, where in one long query it would look up every lexeme for every ad. What is asked picks the statement,
-- so that each has one plan that is always good: the index of search.
CREATE FUNCTION search_probe(words tsquery, facets tsquery[], near tsquery, b search_bounds, most integer,
  is_ranked boolean DEFAULT false) RETURNS search_hit[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
  weights CONSTANT real[] := '{0.1, 0.3, 0.5, 1}';
  ranked CONSTANT tsquery := CASE WHEN is_ranked THEN words END;
BEGIN
  near := coalesce(near, facets[1]);
  IF words IS NULL THEN
    IF facets[3] IS NOT NULL THEN
      RETURN ARRAY(SELECT ROW(a.id, a.feed_seq, a.price_amount, NULL)::search_hit FROM ads a
        WHERE a.state = 'active' AND a.search_facets @@ facets[1] AND a.search_facets @@ facets[2]
          AND a.search_facets @@ facets[3] AND a.search_facets @@ facets[4] AND a.search_facets @@ facets[5]
          AND a.search_facets @@ facets[6] AND a.search_facets @@ facets[7] AND a.search_facets @@ near
          AND search_within(a, b) LIMIT most);
    ELSIF facets[1] IS NOT NULL THEN
      RETURN ARRAY(SELECT ROW(a.id, a.feed_seq, a.price_amount, NULL)::search_hit FROM ads a
        WHERE a.state = 'active' AND a.search_facets @@ facets[1] AND a.search_facets @@ facets[2]
          AND a.search_facets @@ near AND search_within(a, b) LIMIT most);
    ELSE
      RETURN ARRAY(SELECT ROW(a.id, a.feed_seq, a.price_amount, NULL)::search_hit FROM ads a
        WHERE a.state = 'active' AND a.search_facets @@ near AND search_within(a, b) LIMIT most);
    END IF;
  ELSIF facets[3] IS NOT NULL THEN
    RETURN ARRAY(SELECT ROW(a.id, a.feed_seq, a.price_amount, ts_rank(weights, a.search_words, ranked))::search_hit
      FROM ads a WHERE a.state = 'active' AND a.search_words @@ words AND a.search_facets @@ facets[1]
        AND a.search_facets @@ facets[2] AND a.search_facets @@ facets[3] AND a.search_facets @@ facets[4]
        AND a.search_facets @@ facets[5] AND a.search_facets @@ facets[6] AND a.search_facets @@ facets[7]
        AND a.search_facets @@ near AND search_within(a, b) LIMIT most);
  ELSIF facets[1] IS NOT NULL THEN
    RETURN ARRAY(SELECT ROW(a.id, a.feed_seq, a.price_amount, ts_rank(weights, a.search_words, ranked))::search_hit
      FROM ads a WHERE a.state = 'active' AND a.search_words @@ words AND a.search_facets @@ facets[1]
        AND a.search_facets @@ facets[2] AND a.search_facets @@ near AND search_within(a, b) LIMIT most);
  ELSIF near IS NOT NULL THEN
    RETURN ARRAY(SELECT ROW(a.id, a.feed_seq, a.price_amount, ts_rank(weights, a.search_words, ranked))::search_hit
      FROM ads a WHERE a.state = 'active' AND a.search_words @@ words AND a.search_facets @@ near
        AND search_within(a, b) LIMIT most);
  ELSE
    RETURN ARRAY(SELECT ROW(a.id, a.feed_seq, a.price_amount, ts_rank(weights, a.search_words, ranked))::search_hit
      FROM ads a WHERE a.state = 'active' AND a.search_words @@ words AND search_within(a, b) LIMIT most);
  END IF;
END $$;--> statement-breakpoint
-- The newest live ads of which all is true that is asked, below a place in the feed, at most `wanted`, in order. First a
-- stroll down the feed itself, which fills a page when every fifth ad fits; then windows of the feed in the index, as
-- wide as the ads found so far let expect few enough, in the end all that is left at once; narrower from there on where
-- there are too many. So neither a word that is everywhere nor one that is nowhere makes much work.
CREATE FUNCTION search_newest(words tsquery, facets tsquery[], uzs int8range, usd int8range,
  numbers jsonpath, below bigint, wanted integer, ranked boolean DEFAULT false)
RETURNS TABLE (ad_id bigint, place bigint, rank real)
LANGUAGE plpgsql STABLE ROWS 20
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
  everything CONSTANT boolean := words IS NULL AND facets IS NULL;
  stroll CONSTANT integer := CASE WHEN everything THEN wanted WHEN wanted > 200 THEN 0 ELSE 100 END;
  many CONSTANT integer := greatest(2 * wanted, 400);
  -- Of windows; 60 is all.
  shifts CONSTANT integer[] := ARRAY[12, 15, 18, 21, 60];
  level integer := 1;
  widest integer := 5;
  b search_bounds := ROW(uzs, usd, numbers, below, NULL, NULL, NULL, NULL, NULL);
  shift integer;
  near tsquery;
  hits search_hit[];
  got integer := 0;
  looked bigint := 0;
  met integer := 0;
  ad record;
BEGIN
  FOR ad IN
    SELECT a.id, a.feed_seq, (words IS NULL OR a.search_words @@ words)
      AND (facets IS NULL OR a.search_facets @@ ALL (facets))
      AND search_within(a, b) AS fits
    FROM ads a WHERE a.state = 'active' AND a.feed_seq < below ORDER BY a.feed_seq DESC LIMIT stroll
  LOOP
    b.below := ad.feed_seq;
    looked := looked + 1;
    CONTINUE WHEN NOT ad.fits;
    ad_id := ad.id;
    place := ad.feed_seq;
    RETURN NEXT;
    got := got + 1;
    EXIT WHEN got = wanted;
  END LOOP;
  met := got;

  WHILE got < wanted AND NOT everything LOOP
    b.below := (SELECT max(a.feed_seq) FROM ads a WHERE a.state = 'active' AND a.feed_seq < b.below) + 1;
    EXIT WHEN b.below IS NULL;
    shift := shifts[level];
    near := CASE WHEN shift < 60 THEN quote_literal('w' || shift || ':' || ((b.below - 1) >> shift))::tsquery END;
    hits := search_probe(words, facets, near, b, CASE WHEN shift > 12 THEN many + 1 END, ranked);
    IF shift > 12 AND cardinality(hits) > many THEN
      level := level - 1;
      widest := level;
    ELSE
      RETURN QUERY SELECT h.ad_id, h.place, h.rank FROM unnest(hits) h ORDER BY h.place DESC LIMIT wanted - got;
      got := got + cardinality(hits);
      EXIT WHEN shift = 60;
      looked := looked + b.below - (((b.below - 1) >> shift) << shift);
      met := met + cardinality(hits);
      b.below := ((b.below - 1) >> shift) << shift;
      WHILE level < widest AND (greatest(met, 1)::numeric / looked)
        * (CASE WHEN level < 4 THEN 1::bigint << shifts[level + 1] ELSE b.below END) <= many / 2
      LOOP level := level + 1; END LOOP;
    END IF;
  END LOOP;
END $$;--> statement-breakpoint
-- The cheapest (or dearest) live ads with a price in one currency of which all is true that is asked, after an amount and
-- place in the feed, up to an end, at most `wanted`, in order, those of one price newest first. Works as `search_newest`
-- does: a stroll by price, then all that is left if it is little, else buckets of prices in the index.
CREATE FUNCTION search_priced(words tsquery, facets tsquery[], numbers jsonpath, currency text,
  dear boolean, after_amount bigint, after_place bigint, last_amount bigint, wanted integer)
RETURNS TABLE (ad_id bigint, amount bigint, place bigint)
LANGUAGE plpgsql STABLE ROWS 20
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
  everything CONSTANT boolean := words IS NULL AND facets IS NULL;
  stroll CONSTANT integer := CASE WHEN everything THEN wanted ELSE 100 END;
  many CONSTANT integer := greatest(2 * wanted, 400);
  b search_bounds := ROW(NULL, NULL, numbers, NULL, currency, least(after_amount, last_amount),
    greatest(after_amount, last_amount), after_amount, after_place);
  level integer := 2;
  coarsest integer := 0;
  step integer;
  bucket integer;
  near tsquery;
  hits search_hit[];
  got integer := 0;
  by_price refcursor;
  ad record;
BEGIN
  IF dear THEN
    OPEN by_price FOR
      SELECT a.id, a.price_amount AS sum, a.feed_seq AS seq, (words IS NULL OR a.search_words @@ words)
        AND (facets IS NULL OR a.search_facets @@ ALL (facets))
        AND (numbers IS NULL OR a.attributes @@ numbers) AS fits
      FROM ads a WHERE a.state = 'active' AND a.price_currency = currency AND -a.price_amount <= -last_amount
        AND (-a.price_amount, -a.feed_seq) > (-after_amount, -after_place)
      ORDER BY -a.price_amount, -a.feed_seq LIMIT stroll;
  ELSE
    OPEN by_price FOR
      SELECT a.id, a.price_amount AS sum, a.feed_seq AS seq, (words IS NULL OR a.search_words @@ words)
        AND (facets IS NULL OR a.search_facets @@ ALL (facets))
        AND (numbers IS NULL OR a.attributes @@ numbers) AS fits
      FROM ads a WHERE a.state = 'active' AND a.price_currency = currency AND a.price_amount <= last_amount
        AND (a.price_amount, -a.feed_seq) > (after_amount, -after_place)
      ORDER BY a.price_amount, -a.feed_seq LIMIT stroll;
  END IF;
  LOOP
    FETCH by_price INTO ad;
    EXIT WHEN NOT FOUND OR got = wanted;
    b.edge := ad.sum;
    b.edge_place := ad.seq;
    CONTINUE WHEN NOT ad.fits;
    ad_id := ad.id;
    amount := ad.sum;
    place := ad.seq;
    RETURN NEXT;
    got := got + 1;
  END LOOP;
  CLOSE by_price;
  IF dear THEN b.high := b.edge; ELSE b.low := b.edge; END IF;
  IF got = 0 AND NOT everything THEN
    hits := search_probe(words, facets, NULL, b, many + 1);
    IF cardinality(hits) <= many THEN
      RETURN QUERY SELECT h.ad_id, h.amount, h.place FROM unnest(hits) h
        ORDER BY CASE WHEN dear THEN -h.amount ELSE h.amount END, h.place DESC LIMIT wanted;
      RETURN;
    END IF;
    level := 0;
  END IF;

  WHILE got < wanted AND NOT everything LOOP
    after_amount := CASE WHEN dear
      THEN (SELECT max(a.price_amount) FROM ads a
        WHERE a.state = 'active' AND a.price_currency = currency AND a.price_amount BETWEEN b.low AND b.high)
      ELSE (SELECT min(a.price_amount) FROM ads a
        WHERE a.state = 'active' AND a.price_currency = currency AND a.price_amount BETWEEN b.low AND b.high) END;
    EXIT WHEN after_amount IS NULL;
    step := (ARRAY[900, 100, 10, 1])[level + 1];
    bucket := search_bucket(after_amount) / step;
    near := quote_literal('p:' || lower(currency) || ':' || level || ':' || bucket)::tsquery;
    hits := search_probe(words, facets, near, b, CASE WHEN level < 3 THEN many + 1 END);
    IF level < 3 AND cardinality(hits) > many THEN
      level := level + 1;
      coarsest := level;
    ELSE
      RETURN QUERY SELECT h.ad_id, h.amount, h.place FROM unnest(hits) h
        ORDER BY CASE WHEN dear THEN -h.amount ELSE h.amount END, h.place DESC LIMIT wanted - got;
      got := got + cardinality(hits);
      IF dear THEN b.high := search_bucket_start(bucket * step) - 1;
      ELSE b.low := search_bucket_start((bucket + 1) * step);
      END IF;
      IF cardinality(hits) * 8 <= many THEN level := greatest(level - 1, coarsest); END IF;
    END IF;
  END LOOP;
END $$;--> statement-breakpoint
-- Of the newest thousand that fit, below a place in the feed, the best first (the newer where they are alike), after a rank
-- and place; then of the next thousand, and so on. `below` says of which thousand an ad is.
CREATE FUNCTION search_best(words tsquery, facets tsquery[], uzs int8range, usd int8range,
  numbers jsonpath, first_below bigint, after_rank real, after_place bigint, wanted integer)
RETURNS TABLE (ad_id bigint, place bigint, rank real, below bigint)
LANGUAGE plpgsql STABLE ROWS 20
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
  thousand CONSTANT integer := 1000;
  hits search_hit[];
  added integer;
  got integer := 0;
BEGIN
  LOOP
    hits := ARRAY(SELECT ROW(n.ad_id, n.place, NULL, n.rank)::search_hit
      FROM search_newest(words, facets, uzs, usd, numbers, first_below, thousand, true) n);
    RETURN QUERY SELECT h.ad_id, h.place, h.rank, first_below FROM unnest(hits) h
      WHERE after_rank IS NULL OR (h.rank, h.place) < (after_rank, after_place)
      ORDER BY h.rank DESC, h.place DESC LIMIT wanted - got;
    GET DIAGNOSTICS added = ROW_COUNT;
    got := got + added;
    EXIT WHEN got = wanted OR cardinality(hits) < thousand;
    first_below := (SELECT min(h.place) FROM unnest(hits) h);
    after_rank := NULL;
  END LOOP;
END $$;
