CREATE TABLE "words" (
	"word" text PRIMARY KEY NOT NULL,
	"ads" integer NOT NULL,
	"latin" text,
	"cyrillic" text,
	"category_id" text
);
--> statement-breakpoint
CREATE TABLE "words_counted" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"feed_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "words_prefix" ON "words" USING btree ("word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "words_similar" ON "words" USING gin ("word" gin_trgm_ops);