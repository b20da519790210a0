ALTER TABLE "ads" ADD COLUMN "has_photos" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ads" ADD COLUMN "search_words" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ads" ADD COLUMN "search_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ads" ADD COLUMN "search_facets" "tsvector" GENERATED ALWAYS AS (search_facets(category_id, region_id, district_id, attributes, price_kind, price_currency, price_amount, has_photos, feed_seq)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "ads_price" ON "ads" USING btree ("price_currency","price_amount",(-feed_seq)) WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "ads_price_down" ON "ads" USING btree ("price_currency",(-price_amount),(-feed_seq)) WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "ads_search" ON "ads" USING gin ("search_words","search_facets") WITH (fastupdate=false) WHERE state = 'active';