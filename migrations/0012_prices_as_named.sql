ALTER TABLE "ads" DROP CONSTRAINT "ads_price";--> statement-breakpoint
ALTER TABLE "ads" DROP COLUMN "price_uzs";--> statement-breakpoint
ALTER TABLE "ads" ADD CONSTRAINT "ads_price" CHECK (price_amount is null or price_currency is not null);