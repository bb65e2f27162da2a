CREATE TABLE "library_draft" (
	"slug" text PRIMARY KEY NOT NULL,
	"json" text NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "library_instrument" (
	"slug" text NOT NULL,
	"version" text NOT NULL,
	"definition_hash" text NOT NULL,
	"definition" text NOT NULL,
	CONSTRAINT "library_instrument_slug_version_pk" PRIMARY KEY("slug","version")
);
--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "earlier_versions" jsonb;--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "assigned" jsonb;--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "code_salt" text;--> statement-breakpoint
ALTER TABLE "survey_response" ADD COLUMN "last_page" text;