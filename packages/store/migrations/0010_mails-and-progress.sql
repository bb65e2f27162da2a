CREATE TABLE "mail_round" (
	"study" text NOT NULL,
	"wave" integer NOT NULL,
	"round" integer NOT NULL,
	"mails" integer NOT NULL,
	"begun" integer NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "mail_round_study_wave_round_pk" PRIMARY KEY("study","wave","round")
);
--> statement-breakpoint
CREATE TABLE "mail_trouble" (
	"study" text PRIMARY KEY NOT NULL,
	"reply" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailing" (
	"study" text PRIMARY KEY NOT NULL,
	"mailing" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"study" text NOT NULL,
	"mail" uuid NOT NULL,
	"kind" text NOT NULL,
	"wave" integer,
	"round" integer,
	"place" text,
	"recipient" text NOT NULL,
	"name" text,
	"subject" text,
	"body" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "outbox_study_mail_pk" PRIMARY KEY("study","mail"),
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('waiting', 'handing-over', 'uncertain')),
	CONSTRAINT "outbox_kind" CHECK (case "outbox"."kind" when 'account' then "outbox"."subject" is not null and "outbox"."body" is not null
          else "outbox"."place" is not null and "outbox"."subject" is null and "outbox"."body" is null end)
);
--> statement-breakpoint
CREATE TABLE "progress" (
	"study" text NOT NULL,
	"wave" integer NOT NULL,
	"day" date NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "progress_study_wave_day_pk" PRIMARY KEY("study","wave","day")
);
--> statement-breakpoint
CREATE TABLE "undelivered" (
	"study" text NOT NULL,
	"recipient" text NOT NULL,
	"reason" text NOT NULL,
	"status_code" text,
	"reply" text,
	CONSTRAINT "undelivered_study_recipient_pk" PRIMARY KEY("study","recipient")
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "wave" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "panelist" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "panelist" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "panelist" ADD COLUMN "invited_wave" integer;--> statement-breakpoint
ALTER TABLE "mail_round" ADD CONSTRAINT "mail_round_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undelivered" ADD CONSTRAINT "undelivered_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_next" ON "outbox" USING btree ("study","state","attempts","mail");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("study","wave","round","place");