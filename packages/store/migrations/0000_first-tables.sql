CREATE TABLE "instrument_definition" (
	"study" text NOT NULL,
	"definition_hash" text NOT NULL,
	"instrument_slug" text NOT NULL,
	"instrument_version" text NOT NULL,
	"definition" text NOT NULL,
	CONSTRAINT "instrument_definition_study_definition_hash_pk" PRIMARY KEY("study","definition_hash")
);
--> statement-breakpoint
CREATE TABLE "study" (
	"study" text PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"instrument_slug" text NOT NULL,
	"instrument_version" text NOT NULL,
	"definition_hash" text NOT NULL,
	"wave" integer NOT NULL,
	"status" text NOT NULL,
	"is_simulated" boolean NOT NULL,
	"minimum_group_size" integer NOT NULL,
	"information_sheet" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_response" (
	"study" text NOT NULL,
	"id" uuid NOT NULL,
	"wave" integer NOT NULL,
	"instrument_slug" text NOT NULL,
	"instrument_version" text NOT NULL,
	"definition_hash" text NOT NULL,
	"language" text NOT NULL,
	"answers" jsonb NOT NULL,
	"presentation" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	CONSTRAINT "survey_response_study_id_pk" PRIMARY KEY("study","id")
);
--> statement-breakpoint
ALTER TABLE "instrument_definition" ADD CONSTRAINT "instrument_definition_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_response" ADD CONSTRAINT "survey_response_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;