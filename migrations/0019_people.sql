CREATE TABLE "people_notes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"author_id" bigint,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "banned_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "ban_reason" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "ban_note" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "ban_said_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "search_key" text;--> statement-breakpoint
ALTER TABLE "people_notes" ADD CONSTRAINT "people_notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_notes" ADD CONSTRAINT "people_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "people_notes_person" ON "people_notes" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "users_seen" ON "users" USING btree ("seen_at","id");--> statement-breakpoint
CREATE INDEX "users_banned" ON "users" USING btree ("seen_at","id") WHERE banned_at is not null;--> statement-breakpoint
CREATE INDEX "users_staff" ON "users" USING btree ("seen_at","id") WHERE role <> 'user';--> statement-breakpoint
CREATE INDEX "users_trusted" ON "users" USING btree ("seen_at","id") WHERE trust > 0;--> statement-breakpoint
CREATE INDEX "users_phone" ON "users" USING btree ("phone") WHERE phone is not null;--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING gin ("search_key" gin_trgm_ops);--> statement-breakpoint
-- Until they come again, people were here when their row last changed.
UPDATE "users" SET "seen_at" = "updated_at";
