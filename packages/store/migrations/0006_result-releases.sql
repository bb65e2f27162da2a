CREATE TABLE "result_release" (
	"study" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"memory" text NOT NULL,
	"results" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "grouped_by" jsonb;--> statement-breakpoint
ALTER TABLE "result_release" ADD CONSTRAINT "result_release_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;