CREATE TABLE "reason_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"content" jsonb,
	"position" integer NOT NULL,
	"archived" boolean DEFAULT false NOT NULL,
	"revision" integer NOT NULL,
	"changed_by" bigint,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ads" ADD COLUMN "rejection_said" jsonb;--> statement-breakpoint
ALTER TABLE "reason_templates" ADD CONSTRAINT "reason_templates_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
-- What the sellers of ads that are rejected now were told: the reasons as they were before admins could change them.
UPDATE "ads" SET "rejection_said" = said.texts FROM (VALUES
  ('photos', '{"uz":"Rasmlar yaramaydi: aniq va shu buyumning rasmini qoʻying.","uz-Cyrl":"Расмлар ярамайди: аниқ ва шу буюмнинг расмини қўйинг.","ru":"Фото не подходят: поставьте чёткие фото именно этой вещи.","en":"The photos will not do: use clear ones of this very thing."}'::jsonb),
  ('text', '{"uz":"Matn tushunarsiz: nima ekanini aniqroq yozing.","uz-Cyrl":"Матн тушунарсиз: нима эканини аниқроқ ёзинг.","ru":"Текст непонятен: напишите точнее, что это.","en":"The text is unclear: say exactly what it is."}'::jsonb),
  ('price', '{"uz":"Narx notoʻgʻri: haqiqiy narxni yozing.","uz-Cyrl":"Нарх нотўғри: ҳақиқий нархни ёзинг.","ru":"Цена неверна: укажите настоящую.","en":"The price is wrong: give the real one."}'::jsonb),
  ('category', '{"uz":"Boʻlim notoʻgʻri tanlangan.","uz-Cyrl":"Бўлим нотўғри танланган.","ru":"Раздел выбран неверно.","en":"The category is wrong."}'::jsonb),
  ('contact', '{"uz":"Aloqa maʼlumoti notoʻgʻri.","uz-Cyrl":"Алоқа маълумоти нотўғри.","ru":"Неверные контакты.","en":"The contact is wrong."}'::jsonb),
  ('duplicate', '{"uz":"Bu eʼlon allaqachon berilgan.","uz-Cyrl":"Бу эълон аллақачон берилган.","ru":"Такое объявление уже подано.","en":"This ad was already posted."}'::jsonb),
  ('forbidden', '{"uz":"Bunday narsani sotish mumkin emas.","uz-Cyrl":"Бундай нарсани сотиш мумкин эмас.","ru":"Такое продавать нельзя.","en":"This may not be sold."}'::jsonb),
  ('fraud', '{"uz":"Eʼlon ishonchsiz koʻrinadi.","uz-Cyrl":"Эълон ишончсиз кўринади.","ru":"Объявление выглядит ненадёжно.","en":"The ad does not look trustworthy."}'::jsonb),
  ('other', '{"uz":"Boshqa sabab.","uz-Cyrl":"Бошқа сабаб.","ru":"Другая причина.","en":"Another reason."}'::jsonb)
) AS said (reason, texts) WHERE "ads"."rejection_reason" = said.reason;
