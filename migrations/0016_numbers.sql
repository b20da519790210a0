CREATE TABLE "board_days" (
	"day" date NOT NULL,
	"category_id" text NOT NULL,
	"district_id" text NOT NULL,
	"new_ads" integer DEFAULT 0 NOT NULL,
	"live" integer,
	"sold" integer DEFAULT 0 NOT NULL,
	"ended" integer DEFAULT 0 NOT NULL,
	"views" integer DEFAULT 0 NOT NULL,
	"contacts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "board_days_day_category_id_district_id_pk" PRIMARY KEY("day","category_id","district_id")
);
--> statement-breakpoint
CREATE TABLE "vain_searches" (
	"day" date NOT NULL,
	"words" text NOT NULL,
	"category_id" text NOT NULL,
	"place_id" text NOT NULL,
	"typed" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vain_searches_day_words_category_id_place_id_pk" PRIMARY KEY("day","words","category_id","place_id")
);
--> statement-breakpoint
ALTER TABLE "moderation_decisions" ADD COLUMN "waiting_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "moderation_decisions" ADD COLUMN "category_id" text;--> statement-breakpoint
ALTER TABLE "moderation_decisions" ADD COLUMN "district_id" text;--> statement-breakpoint
CREATE INDEX "ad_days_day" ON "ad_days" USING btree ("day");--> statement-breakpoint
CREATE INDEX "ads_created" ON "ads" USING btree ("created_at","category_id","district_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("action","at","id");--> statement-breakpoint
CREATE INDEX "moderation_decisions_at" ON "moderation_decisions" USING btree ("at");--> statement-breakpoint
-- What was decided before is counted too: an ad had waited since it was last sent.
UPDATE "moderation_decisions" AS d SET "category_id" = a."category_id", "district_id" = a."district_id", "waiting_since" = (
  SELECT max(sent."at") FROM "audit" sent WHERE sent."ad_id" = d."ad_id" AND sent."action" = 'submitted' AND sent."at" <= d."at"
) FROM "ads" a WHERE a."id" = d."ad_id";
