UPDATE ads SET has_photos = true
WHERE EXISTS (SELECT FROM photos WHERE photos.ad_id = ads.id AND photos.state = 'ready');--> statement-breakpoint
-- Whether a price and numbers are within bounds; lexemes of numbers only come near. Null: no bounds.
CREATE FUNCTION search_within(price_kind text, price_currency text, price_amount bigint, attributes jsonb,
  uzs int8range, usd int8range, numbers jsonpath) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (uzs IS NULL OR CASE
      WHEN price_kind = 'free' THEN uzs @> 0::bigint
      WHEN price_currency = 'USD' THEN usd @> price_amount
      ELSE uzs @> price_amount END)
    AND (numbers IS NULL OR attributes @@ numbers)
$$;--> statement-breakpoint
CREATE TYPE search_hit AS (ad_id bigint, place bigint, amount bigint, rank real);--> statement-breakpoint
-- The newest live ads of which all is true that is asked: words, facets (null: any) and bounds, below a place in the
-- feed, at most `wanted`, in order. First a stroll down the feed itself, which fills a page when every tenth ad fits; then
-- windows of the feed in the index, wider the fewer ads they hold and narrower when they hold too many, so that neither a
-- word that is everywhere nor one that is nowhere makes much work.
-- Every statement has one good plan, whatever is asked: it is made once a connection and kept.
CREATE FUNCTION search_newest(words tsquery, facets tsquery, uzs int8range, usd int8range, numbers jsonpath,
  below bigint, wanted integer) RETURNS TABLE (ad_id bigint, place bigint)
LANGUAGE plpgsql STABLE ROWS 20
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
  everything CONSTANT boolean := words IS NULL AND facets IS NULL AND uzs IS NULL AND numbers IS NULL;
  stroll CONSTANT integer := CASE WHEN everything THEN wanted WHEN wanted > 200 THEN 0 ELSE 200 END;
  many CONSTANT integer := greatest(2 * wanted, 400);
  pos bigint := below;
  shift integer := 12;
  near tsquery;
  hits search_hit[];
  got integer := 0;
  ad record;
BEGIN
  FOR ad IN
    SELECT a.id, a.feed_seq, (words IS NULL OR a.search_words @@ words)
      AND (facets IS NULL OR a.search_facets @@ facets)
      AND search_within(a.price_kind, a.price_currency, a.price_amount, a.attributes, uzs, usd, numbers) AS fits
    FROM ads a WHERE a.state = 'active' AND a.feed_seq < below ORDER BY a.feed_seq DESC LIMIT stroll
  LOOP
    pos := ad.feed_seq;
    CONTINUE WHEN NOT ad.fits;
    ad_id := ad.id;
    place := ad.feed_seq;
    RETURN NEXT;
    got := got + 1;
    EXIT WHEN got = wanted;
  END LOOP;
  IF got = 0 THEN shift := 15; END IF;

  WHILE got < wanted AND NOT everything LOOP
    pos := (SELECT max(a.feed_seq) FROM ads a WHERE a.state = 'active' AND a.feed_seq < pos) + 1;
    EXIT WHEN pos IS NULL;
    near := quote_literal('w' || shift || ':' || ((pos - 1) >> shift))::tsquery;
    near := coalesce(facets && near, near);
    -- `+ 0` keeps the planner from counting in all that lies below in the feed.
    IF words IS NULL THEN
      hits := ARRAY(SELECT ROW(a.id, a.feed_seq, NULL, NULL)::search_hit FROM ads a
        WHERE a.state = 'active' AND a.search_facets @@ near AND a.feed_seq + 0 < pos
          AND search_within(a.price_kind, a.price_currency, a.price_amount, a.attributes, uzs, usd, numbers)
        LIMIT CASE WHEN shift > 12 THEN many + 1 END);
    ELSE
      hits := ARRAY(SELECT ROW(a.id, a.feed_seq, NULL, NULL)::search_hit FROM ads a
        WHERE a.state = 'active' AND a.search_words @@ words AND a.search_facets @@ near AND a.feed_seq + 0 < pos
          AND search_within(a.price_kind, a.price_currency, a.price_amount, a.attributes, uzs, usd, numbers)
        LIMIT CASE WHEN shift > 12 THEN many + 1 END);
    END IF;
    IF shift > 12 AND cardinality(hits) > many THEN
      shift := shift - 3;
    ELSE
      RETURN QUERY SELECT h.ad_id, h.place FROM unnest(hits) h ORDER BY h.place DESC LIMIT wanted - got;
      got := got + cardinality(hits);
      pos := ((pos - 1) >> shift) << shift;
      IF cardinality(hits) * 8 <= many THEN shift := least(shift + 3, 21); END IF;
    END IF;
  END LOOP;
END $$;--> statement-breakpoint
-- The cheapest (or dearest) live ads with a price in one currency of which all is true that is asked, after an amount and
-- place in the feed, up to an end, at most `wanted`, in order, those of one price newest first. Works as `search_newest`
-- does: a stroll by price, then buckets of prices in the index.
CREATE FUNCTION search_priced(words tsquery, facets tsquery, numbers jsonpath, currency text, dear boolean,
  after_amount bigint, after_seq bigint, last_amount bigint, wanted integer)
RETURNS TABLE (ad_id bigint, amount bigint, place bigint)
LANGUAGE plpgsql STABLE ROWS 20
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
  everything CONSTANT boolean := words IS NULL AND facets IS NULL AND numbers IS NULL;
  stroll CONSTANT integer := CASE WHEN everything THEN wanted ELSE 200 END;
  many CONSTANT integer := greatest(2 * wanted, 400);
  low bigint := least(after_amount, last_amount);
  high bigint := greatest(after_amount, last_amount);
  level integer := 2;
  step integer;
  bucket integer;
  edge bigint;
  near tsquery;
  hits search_hit[];
  got integer := 0;
  by_price refcursor;
  ad record;
BEGIN
  IF dear THEN
    OPEN by_price FOR
      SELECT a.id, a.price_amount AS sum, a.feed_seq AS seq, (words IS NULL OR a.search_words @@ words)
        AND (facets IS NULL OR a.search_facets @@ facets) AND (numbers IS NULL OR a.attributes @@ numbers) AS fits
      FROM ads a WHERE a.state = 'active' AND a.price_currency = currency AND -a.price_amount <= -last_amount
        AND (-a.price_amount, -a.feed_seq) > (-after_amount, -after_seq)
      ORDER BY -a.price_amount, -a.feed_seq LIMIT stroll;
  ELSE
    OPEN by_price FOR
      SELECT a.id, a.price_amount AS sum, a.feed_seq AS seq, (words IS NULL OR a.search_words @@ words)
        AND (facets IS NULL OR a.search_facets @@ facets) AND (numbers IS NULL OR a.attributes @@ numbers) AS fits
      FROM ads a WHERE a.state = 'active' AND a.price_currency = currency AND a.price_amount <= last_amount
        AND (a.price_amount, -a.feed_seq) > (after_amount, -after_seq)
      ORDER BY a.price_amount, -a.feed_seq LIMIT stroll;
  END IF;
  LOOP
    FETCH by_price INTO ad;
    EXIT WHEN NOT FOUND OR got = wanted;
    after_amount := ad.sum;
    after_seq := ad.seq;
    CONTINUE WHEN NOT ad.fits;
    ad_id := ad.id;
    amount := ad.sum;
    place := ad.seq;
    RETURN NEXT;
    got := got + 1;
  END LOOP;
  CLOSE by_price;
  IF got = 0 THEN level := 1; END IF;
  IF dear THEN high := after_amount; ELSE low := after_amount; END IF;

  WHILE got < wanted AND NOT everything LOOP
    edge := CASE WHEN dear
      THEN (SELECT max(a.price_amount) FROM ads a
        WHERE a.state = 'active' AND a.price_currency = currency AND a.price_amount BETWEEN low AND high)
      ELSE (SELECT min(a.price_amount) FROM ads a
        WHERE a.state = 'active' AND a.price_currency = currency AND a.price_amount BETWEEN low AND high) END;
    EXIT WHEN edge IS NULL;
    step := (ARRAY[900, 100, 10, 1])[level + 1];
    bucket := search_bucket(edge) / step;
    near := quote_literal('p:' || lower(currency) || ':' || level || ':' || bucket)::tsquery;
    near := coalesce(facets && near, near);
    IF words IS NULL THEN
      hits := ARRAY(SELECT ROW(a.id, a.feed_seq, a.price_amount, NULL)::search_hit FROM ads a
        WHERE a.state = 'active' AND a.search_facets @@ near AND a.price_amount + 0 BETWEEN low AND high
          AND (a.price_amount + 0 <> after_amount OR a.feed_seq < after_seq)
          AND (numbers IS NULL OR a.attributes @@ numbers)
        LIMIT CASE WHEN level < 3 THEN many + 1 END);
    ELSE
      hits := ARRAY(SELECT ROW(a.id, a.feed_seq, a.price_amount, NULL)::search_hit FROM ads a
        WHERE a.state = 'active' AND a.search_words @@ words AND a.search_facets @@ near
          AND a.price_amount + 0 BETWEEN low AND high
          AND (a.price_amount + 0 <> after_amount OR a.feed_seq < after_seq)
          AND (numbers IS NULL OR a.attributes @@ numbers)
        LIMIT CASE WHEN level < 3 THEN many + 1 END);
    END IF;
    IF level < 3 AND cardinality(hits) > many THEN
      level := level + 1;
    ELSE
      RETURN QUERY SELECT h.ad_id, h.amount, h.place FROM unnest(hits) h
        ORDER BY CASE WHEN dear THEN -h.amount ELSE h.amount END, h.place DESC LIMIT wanted - got;
      got := got + cardinality(hits);
      IF dear THEN high := search_bucket_start(bucket * step) - 1; ELSE low := search_bucket_start((bucket + 1) * step); END IF;
      IF cardinality(hits) * 8 <= many THEN level := greatest(level - 1, 0); END IF;
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- Of the newest thousand that fit, below a place in the feed, the best first (the newer where they are alike), after a rank
-- and place; then of the next thousand, and so on. `below` says of which thousand an ad is.
CREATE FUNCTION search_best(words tsquery, facets tsquery, uzs int8range, usd int8range, numbers jsonpath,
  first_below bigint, after_rank real, after_place bigint, wanted integer)
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
    hits := ARRAY(
      SELECT ROW(a.id, n.place, NULL, ts_rank('{0.1, 0.3, 0.5, 1}', a.search_words, words))::search_hit
      FROM search_newest(words, facets, uzs, usd, numbers, first_below, thousand) n JOIN ads a ON a.id = n.ad_id);
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
