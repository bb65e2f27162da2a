CREATE TABLE "admission_key" (
	"study" text PRIMARY KEY NOT NULL,
	"code_secret" text NOT NULL,
	"private_key" text
);
--> statement-breakpoint
CREATE TABLE "draft_save" (
	"study" text NOT NULL,
	"id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"body_hash" text NOT NULL,
	CONSTRAINT "draft_save_study_id_revision_pk" PRIMARY KEY("study","id","revision")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"study" text NOT NULL,
	"mode" text NOT NULL,
	"code_hash" text NOT NULL,
	"slot" integer NOT NULL,
	"recipient" text,
	CONSTRAINT "invitation_study_code_hash_pk" PRIMARY KEY("study","code_hash"),
	CONSTRAINT "invitation_slot" UNIQUE("study","slot"),
	CONSTRAINT "invitation_mode" CHECK ("invitation"."mode" in ('anonymous', 'pseudonymous'))
);
--> statement-breakpoint
CREATE TABLE "panel_response" (
	"study" text NOT NULL,
	"mode" text NOT NULL,
	"participant" uuid NOT NULL,
	"wave" integer NOT NULL,
	"response" uuid NOT NULL,
	CONSTRAINT "panel_response_study_participant_wave_pk" PRIMARY KEY("study","participant","wave"),
	CONSTRAINT "panel_response_mode" CHECK ("panel_response"."mode" = 'confidential')
);
--> statement-breakpoint
CREATE TABLE "panelist" (
	"study" text NOT NULL,
	"mode" text NOT NULL,
	"participant" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"recipient" text,
	CONSTRAINT "panelist_study_participant_pk" PRIMARY KEY("study","participant"),
	CONSTRAINT "panelist_code" UNIQUE("study","code_hash"),
	CONSTRAINT "panelist_mode" CHECK ("panelist"."mode" = 'confidential')
);
--> statement-breakpoint
CREATE TABLE "response_draft" (
	"study" text NOT NULL,
	"id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"writer" uuid NOT NULL,
	"base_revision" integer NOT NULL,
	"sealed" text NOT NULL,
	"page" text,
	"day" date NOT NULL,
	CONSTRAINT "response_draft_study_id_pk" PRIMARY KEY("study","id")
);
--> statement-breakpoint
ALTER TABLE "survey_response" DROP CONSTRAINT "survey_response_study_study_study_fk";
--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "mode" text NOT NULL DEFAULT 'open';
--> statement-breakpoint
ALTER TABLE "study" ALTER COLUMN "mode" DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "credential_key" jsonb;
--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "last_day" date;
--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "finishing_days" integer;
--> statement-breakpoint
ALTER TABLE "survey_response" ADD COLUMN "mode" text NOT NULL DEFAULT 'open';
--> statement-breakpoint
ALTER TABLE "survey_response" ALTER COLUMN "mode" DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE "study" ADD CONSTRAINT "study_mode" UNIQUE("study","mode");
--> statement-breakpoint
ALTER TABLE "admission_key" ADD CONSTRAINT "admission_key_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "draft_save" ADD CONSTRAINT "draft_save_draft" FOREIGN KEY ("study","id") REFERENCES "public"."response_draft"("study","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_study_mode" FOREIGN KEY ("study","mode") REFERENCES "public"."study"("study","mode") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "panel_response" ADD CONSTRAINT "panel_response_study_mode" FOREIGN KEY ("study","mode") REFERENCES "public"."study"("study","mode") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "panel_response" ADD CONSTRAINT "panel_response_panelist" FOREIGN KEY ("study","participant") REFERENCES "public"."panelist"("study","participant") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "panel_response" ADD CONSTRAINT "panel_response_response" FOREIGN KEY ("study","response") REFERENCES "public"."survey_response"("study","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "panelist" ADD CONSTRAINT "panelist_study_mode" FOREIGN KEY ("study","mode") REFERENCES "public"."study"("study","mode") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "response_draft" ADD CONSTRAINT "response_draft_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "response_draft_id" ON "response_draft" USING btree ("id");
--> statement-breakpoint
ALTER TABLE "survey_response" ADD CONSTRAINT "survey_response_study_mode" FOREIGN KEY ("study","mode") REFERENCES "public"."study"("study","mode") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "study" ADD CONSTRAINT "study_mode_known" CHECK ("study"."mode" in ('open', 'anonymous', 'pseudonymous', 'confidential'));
--> statement-breakpoint
ALTER TABLE "study" ADD CONSTRAINT "study_credential_key" CHECK (case "study"."mode" when 'anonymous' then "study"."credential_key" is not null
          when 'pseudonymous' then true else "study"."credential_key" is null end);