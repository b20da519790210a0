DROP INDEX "channel_posts_pace";--> statement-breakpoint
CREATE INDEX "channel_posts_troubled" ON "channel_posts" USING btree ("channel_id") WHERE error is not null;--> statement-breakpoint
CREATE INDEX "channel_posts_pace" ON "channel_posts" USING btree ("channel_id","sending_at","ad_id");