CREATE TABLE "board_settings" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"data" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" bigint,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "board_settings_one" CHECK (id = 1)
);
--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "user_id" bigint;--> statement-breakpoint
ALTER TABLE "board_settings" ADD CONSTRAINT "board_settings_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_user" ON "audit" USING btree ("user_id","id");