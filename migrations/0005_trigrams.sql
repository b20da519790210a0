-- Misspelt words are mended by their trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
