CREATE TABLE "saved_searches" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"filters" jsonb NOT NULL,
	"name" text,
	"mode" text DEFAULT 'instant' NOT NULL,
	"words" "tsquery",
	"facets" "tsquery",
	"numbers" jsonpath,
	"price_min" double precision,
	"price_max" double precision,
	"price_currency" text,
	"anchors" text[] NOT NULL,
	"version" integer NOT NULL,
	"compiled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_mode" CHECK (mode in ('instant', 'daily', 'off'))
);
--> statement-breakpoint
CREATE TABLE "search_alerts" (
	"user_id" bigint NOT NULL,
	"ad_id" bigint NOT NULL,
	"mode" text NOT NULL,
	"search_ids" bigint[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "search_alerts_user_id_ad_id_pk" PRIMARY KEY("user_id","ad_id"),
	CONSTRAINT "search_alerts_mode" CHECK (mode in ('instant', 'daily'))
);
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alerts" ADD CONSTRAINT "search_alerts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alerts" ADD CONSTRAINT "search_alerts_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_same" ON "saved_searches" USING btree ("user_id",md5(filters::text));--> statement-breakpoint
CREATE INDEX "saved_searches_anchors" ON "saved_searches" USING gin ("anchors") WITH (fastupdate=false) WHERE mode <> 'off';--> statement-breakpoint
CREATE INDEX "search_alerts_waiting" ON "search_alerts" USING btree ("mode","user_id") WHERE told_at is null;--> statement-breakpoint
CREATE INDEX "search_alerts_told" ON "search_alerts" USING btree ("user_id","told_at");--> statement-breakpoint
CREATE INDEX "search_alerts_ad" ON "search_alerts" USING btree ("ad_id");