CREATE SEQUENCE "public"."feed_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "ad_days" (
	"ad_id" bigint NOT NULL,
	"day" date NOT NULL,
	"views" integer DEFAULT 0 NOT NULL,
	"contacts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "ad_days_ad_id_day_pk" PRIMARY KEY("ad_id","day")
);
--> statement-breakpoint
CREATE TABLE "ads" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"seller_id" bigint NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"category_id" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"price_kind" text,
	"price_amount" bigint,
	"price_currency" text,
	"price_uzs" bigint,
	"region_id" text NOT NULL,
	"district_id" text NOT NULL,
	"mahalla" text,
	"landmark" text,
	"contact_name" text NOT NULL,
	"contact_phone" text,
	"contact_telegram" boolean NOT NULL,
	"feed_seq" bigint,
	"rejection_reason" text,
	"rejection_note" text,
	"submit_key" text NOT NULL,
	"submitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"asked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ads_state" CHECK (state in ('pending', 'active', 'rejected', 'sold', 'expired', 'removed')),
	CONSTRAINT "ads_price" CHECK ((price_amount is null) = (price_uzs is null))
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" bigint,
	"action" text NOT NULL,
	"ad_id" bigint,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "channel_pauses" (
	"channel_id" bigint PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_posts" (
	"ad_id" bigint NOT NULL,
	"channel_id" bigint NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"message_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"shown_revision" integer,
	"sent_after" bigint,
	"sending_at" timestamp with time zone,
	"error" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_posts_ad_id_channel_id_pk" PRIMARY KEY("ad_id","channel_id"),
	CONSTRAINT "channel_posts_state" CHECK (state in ('waiting', 'sending', 'sent', 'unknown', 'failed', 'deleted'))
);
--> statement-breakpoint
CREATE TABLE "dialogs" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"state" jsonb NOT NULL,
	"message_id" bigint,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"ad_id" bigint,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" bigint NOT NULL,
	"ad_id" bigint,
	"position" integer,
	"state" text DEFAULT 'awaiting' NOT NULL,
	"problem" text,
	"content_type" text NOT NULL,
	"content_length" integer NOT NULL,
	"width" integer,
	"height" integer,
	"thumbhash" text,
	"phash" text,
	"create_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "photos_state" CHECK (state in ('awaiting', 'uploaded', 'ready', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"date" date PRIMARY KEY NOT NULL,
	"uzs_per_usd" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "telegram_updates" (
	"update_id" bigint PRIMARY KEY NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text,
	"username" text,
	"language_code" text,
	"locale" text,
	"role" text DEFAULT 'user' NOT NULL,
	"banned_at" timestamp with time zone,
	"phone" text,
	"digest" boolean DEFAULT true NOT NULL,
	"digested_on" date,
	"unreachable_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ad_days" ADD CONSTRAINT "ad_days_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ads" ADD CONSTRAINT "ads_seller_id_users_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_posts" ADD CONSTRAINT "channel_posts_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogs" ADD CONSTRAINT "dialogs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ads_submit_key" ON "ads" USING btree ("seller_id","submit_key");--> statement-breakpoint
CREATE INDEX "ads_feed" ON "ads" USING btree ("feed_seq") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "ads_feed_category" ON "ads" USING btree ("category_id","feed_seq") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "ads_feed_region" ON "ads" USING btree ("region_id","feed_seq") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "ads_feed_district" ON "ads" USING btree ("district_id","feed_seq") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "ads_queue" ON "ads" USING btree ("id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "ads_seller" ON "ads" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "ads_expiry" ON "ads" USING btree ("expires_at") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "audit_ad" ON "audit" USING btree ("ad_id","id");--> statement-breakpoint
CREATE INDEX "channel_posts_unsettled" ON "channel_posts" USING btree ("state") WHERE state in ('sending', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "photos_create_key" ON "photos" USING btree ("owner_id","create_key");--> statement-breakpoint
CREATE INDEX "photos_ad" ON "photos" USING btree ("ad_id","position");--> statement-breakpoint
CREATE INDEX "photos_orphans" ON "photos" USING btree ("created_at") WHERE ad_id is null;--> statement-breakpoint
CREATE INDEX "telegram_updates_undone" ON "telegram_updates" USING btree ("update_id") WHERE done_at is null;