ALTER TABLE "channel_posts" ADD COLUMN "file_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "open_ads" integer;