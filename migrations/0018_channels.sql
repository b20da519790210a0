CREATE TABLE "channels" (
	"id" bigint PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"username" text,
	"enabled" boolean DEFAULT false NOT NULL,
	"categories" text[] DEFAULT '{}'::text[] NOT NULL,
	"regions" text[] DEFAULT '{}'::text[] NOT NULL,
	"locale" text NOT NULL,
	"style" text DEFAULT 'picture' NOT NULL,
	"gap" integer DEFAULT 0 NOT NULL,
	"quiet_from" integer,
	"quiet_to" integer,
	"signature" text DEFAULT '' NOT NULL,
	"standing" text DEFAULT 'fine' NOT NULL,
	"standing_since" timestamp with time zone DEFAULT now() NOT NULL,
	"lacks" text[] DEFAULT '{}'::text[] NOT NULL,
	"last_error" text,
	"next_at" timestamp with time zone,
	"sample_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channels_style" CHECK (style in ('picture', 'album')),
	CONSTRAINT "channels_standing" CHECK (standing in ('fine', 'mute', 'out')),
	CONSTRAINT "channels_quiet" CHECK ((quiet_from is null) = (quiet_to is null))
);
--> statement-breakpoint
ALTER TABLE "channel_posts" ADD COLUMN "wanted" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "channel_posts" ADD COLUMN "queued_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "channel_posts_queue" ON "channel_posts" USING btree ("channel_id","state","queued_at");--> statement-breakpoint
CREATE INDEX "channel_posts_pace" ON "channel_posts" USING btree ("channel_id","sending_at");