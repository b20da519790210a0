ALTER TABLE "reports" ADD COLUMN "group_chat_id" bigint;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "group_message_id" bigint;