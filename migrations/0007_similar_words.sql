-- The words of live ads that share at least a fifth of their trigrams with one, the likest first; the caller counts the
-- slips. A function because the threshold of the operator that the index serves is a setting.
CREATE FUNCTION similar_words(typed text, most integer)
RETURNS SETOF words
LANGUAGE sql STABLE PARALLEL SAFE
SET pg_trgm.similarity_threshold = 0.2
AS $$
  SELECT * FROM words WHERE word % typed ORDER BY similarity(word, typed) DESC, ads DESC LIMIT most
$$;
