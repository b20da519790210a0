-- Four pieces of 16 bits of a photo's hash, each numbered by its place. Two hashes that differ in at most 8 of 64 bits
-- differ in at most 2 of some piece, so all near ones are found by the pieces' neighbours in one index.
CREATE FUNCTION phash_bands(phash text) RETURNS integer[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY[
  substr(phash, 1, 16)::bit(16)::integer,
  65536 + substr(phash, 17, 16)::bit(16)::integer,
  131072 + substr(phash, 33, 16)::bit(16)::integer,
  196608 + substr(phash, 49, 16)::bit(16)::integer
];
--> statement-breakpoint
CREATE INDEX "photos_phash_bands" ON "photos" USING gin (phash_bands("phash")) WHERE phash IS NOT NULL;
