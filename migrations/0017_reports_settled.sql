ALTER TABLE "reports" DROP CONSTRAINT "reports_state";--> statement-breakpoint
DROP INDEX "reports_open";--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "decision_id" bigint;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_decision_id_moderation_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."moderation_decisions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_decision" ON "reports" USING btree ("decision_id") WHERE decision_id is not null;--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("ad_id") WHERE state = 'open';--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_state" CHECK (state in ('open', 'upheld', 'dismissed', 'lapsed'));--> statement-breakpoint
UPDATE "reports" SET "state" = 'lapsed', "settled_at" = now(), "told_at" = now() FROM "ads" WHERE "ads"."id" = "reports"."ad_id" AND "reports"."state" = 'open' AND "ads"."state" NOT IN ('active', 'pending');
