CREATE TABLE "ad_hints" (
	"ad_id" bigint PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"hints" jsonb NOT NULL,
	"language" text,
	"bands" integer[] NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_claims" (
	"ad_id" bigint PRIMARY KEY NOT NULL,
	"moderator_id" bigint NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_decisions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"ad_id" bigint NOT NULL,
	"moderator_id" bigint,
	"outcome" text NOT NULL,
	"reason" text,
	"revision" integer NOT NULL,
	"previous" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" bigint
);
--> statement-breakpoint
CREATE TABLE "moderation_messages" (
	"ad_id" bigint PRIMARY KEY NOT NULL,
	"chat_id" bigint NOT NULL,
	"message_id" bigint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"shown" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ads" ADD COLUMN "rejection_marks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "ads" ADD COLUMN "rejection_final" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "trust" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ad_hints" ADD CONSTRAINT "ad_hints_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_claims" ADD CONSTRAINT "moderation_claims_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_claims" ADD CONSTRAINT "moderation_claims_moderator_id_users_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_messages" ADD CONSTRAINT "moderation_messages_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ad_hints_bands" ON "ad_hints" USING gin ("bands");--> statement-breakpoint
CREATE INDEX "moderation_claims_moderator" ON "moderation_claims" USING btree ("moderator_id");--> statement-breakpoint
CREATE INDEX "moderation_decisions_moderator" ON "moderation_decisions" USING btree ("moderator_id","id");--> statement-breakpoint
CREATE INDEX "moderation_decisions_ad" ON "moderation_decisions" USING btree ("ad_id","id");--> statement-breakpoint
CREATE INDEX "ads_phone" ON "ads" USING btree ("contact_phone") WHERE contact_phone is not null;