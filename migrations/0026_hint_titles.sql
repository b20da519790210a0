-- What other ads are called is looked up when a hint is shown.
UPDATE "ad_hints" SET "hints" = (
  SELECT jsonb_agg(hint - 'title' ORDER BY place) FROM jsonb_array_elements("hints") WITH ORDINALITY AS each(hint, place)
) WHERE "hints" @? '$[*].title';
