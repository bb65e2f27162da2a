CREATE TABLE "field_plan" (
	"study" text PRIMARY KEY NOT NULL,
	"plan" jsonb NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "frozen_dataset" (
	"study" text NOT NULL,
	"wave" integer NOT NULL,
	"day" date NOT NULL,
	"software_version" text NOT NULL,
	"responses" integer NOT NULL,
	"sha256" text NOT NULL,
	"file" "bytea",
	CONSTRAINT "frozen_dataset_study_wave_sha256_pk" PRIMARY KEY("study","wave","sha256")
);
--> statement-breakpoint
CREATE TABLE "pilot_comment" (
	"study" text NOT NULL,
	"id" uuid NOT NULL,
	"page" text,
	"comment" text NOT NULL,
	"language" text NOT NULL,
	"instrument_version" text NOT NULL,
	"is_settled" boolean NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "pilot_comment_study_id_pk" PRIMARY KEY("study","id")
);
--> statement-breakpoint
CREATE TABLE "pilot_key" (
	"study" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pilot_response" (
	"study" text NOT NULL,
	"id" uuid NOT NULL,
	"instrument_version" text NOT NULL,
	"definition_hash" text NOT NULL,
	"language" text NOT NULL,
	"answers" jsonb NOT NULL,
	"presentation" jsonb NOT NULL,
	"last_page" text,
	CONSTRAINT "pilot_response_study_id_pk" PRIMARY KEY("study","id")
);
--> statement-breakpoint
ALTER TABLE "result_release" DROP CONSTRAINT "result_release_pkey";--> statement-breakpoint
ALTER TABLE "result_release" ADD COLUMN "wave" integer;--> statement-breakpoint
UPDATE "result_release" SET "wave" = "study"."wave" FROM "study" WHERE "study"."study" = "result_release"."study";--> statement-breakpoint
ALTER TABLE "result_release" ALTER COLUMN "wave" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "result_release" ADD CONSTRAINT "result_release_study_wave_pk" PRIMARY KEY("study","wave");--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "languages" jsonb;--> statement-breakpoint
ALTER TABLE "field_plan" ADD CONSTRAINT "field_plan_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen_dataset" ADD CONSTRAINT "frozen_dataset_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_comment" ADD CONSTRAINT "pilot_comment_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_key" ADD CONSTRAINT "pilot_key_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_response" ADD CONSTRAINT "pilot_response_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study" ADD CONSTRAINT "study_status_known" CHECK ("study"."status" in ('planned', 'fielding', 'finishing', 'closed', 'archived'));--> statement-breakpoint
ALTER TABLE "study" ADD CONSTRAINT "study_smallest_group" CHECK ("study"."minimum_group_size" >= 5);