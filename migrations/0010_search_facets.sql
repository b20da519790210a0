-- The words an ad is found by, from texts that `lexemesOf` has made plain: title A, what its category and answers are
-- called B, place C, description D. Texts, not lexemes, because a weight sticks to positions only.
CREATE FUNCTION search_words(title text, labels text, place text, description text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', labels), 'B')
    || setweight(to_tsvector('simple', place), 'C') || setweight(to_tsvector('simple', description), 'D')
$$;--> statement-breakpoint
-- A number's place on a scale that rises with it: 900 steps for each power of ten of its hundredths, one for each three
-- leading digits, and 0 for nothing. Divided by 10, 100 and 900 it is the same scale by two digits, one and none.
-- `server/search/buckets.ts` counts alike.
CREATE FUNCTION search_bucket(value numeric) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  digits text := trunc(greatest(value, 0) * 100)::text;
BEGIN
  RETURN CASE digits WHEN '0' THEN 0
    ELSE length(digits) * 900 + left(rpad(digits, 3, '0'), 3)::integer - 100 END;
END $$;--> statement-breakpoint
-- The smallest whole number in a bucket or above it.
CREATE FUNCTION search_bucket_start(bucket integer) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN bucket < 900 THEN 0 ELSE
    ceil((bucket % 900 + 100)::numeric * power(10::numeric, bucket / 900 - 5))::bigint END
$$;--> statement-breakpoint
-- A number as four lexemes, from its power of ten to its three leading digits: a range is a few of them.
CREATE FUNCTION search_number(name text, value numeric) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  bucket integer := search_bucket(value);
BEGIN
  RETURN ARRAY[name || ':0:' || bucket / 900, name || ':1:' || bucket / 100,
    name || ':2:' || bucket / 10, name || ':3:' || bucket];
END $$;--> statement-breakpoint
-- All that an ad is filtered by, as lexemes: `c:` category and top category, `r:` region, `d:` district, `a:` choices and
-- yeses, `n:` numbers, `p:` price (in the currency it was named in, so that a new rate changes no ad), `w12: w15: w18:
-- w21:` windows of the feed. A choice's id needs no more letters than these; a typed text is no filter.
CREATE FUNCTION search_facets(category_id text, region_id text, district_id text, attributes jsonb, price_kind text,
  price_currency text, price_amount bigint, has_photos boolean, feed_seq bigint) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  facets text[] := ARRAY['c:' || category_id, 'c:' || split_part(category_id, '.', 1), 'r:' || region_id,
    'd:' || district_id];
  key text;
  value jsonb;
BEGIN
  IF has_photos THEN facets := facets || 'photos'::text; END IF;
  IF price_kind = 'negotiable' THEN facets := facets || 'negotiable'::text; END IF;
  IF price_amount IS NOT NULL THEN
    facets := facets || search_number('p:' || lower(price_currency), price_amount);
  ELSIF price_kind = 'free' THEN facets := facets || 'p:free'::text;
  ELSE facets := facets || 'p:none'::text;
  END IF;
  FOR key, value IN SELECT * FROM jsonb_each(attributes) LOOP
    CASE jsonb_typeof(value)
      WHEN 'number' THEN facets := facets || search_number('n:' || key, value::numeric);
      WHEN 'string' THEN
        IF value #>> '{}' ~ '^[a-zA-Z0-9.-]{1,60}$' THEN
          facets := facets || ('a:' || key || '=' || (value #>> '{}'));
        END IF;
      ELSE IF value = 'true' THEN facets := facets || ('a:' || key); END IF;
    END CASE;
  END LOOP;
  IF feed_seq IS NOT NULL THEN
    facets := facets || ARRAY['w12:' || (feed_seq >> 12), 'w15:' || (feed_seq >> 15), 'w18:' || (feed_seq >> 18),
      'w21:' || (feed_seq >> 21)];
  END IF;
  RETURN array_to_tsvector(facets);
END $$;
