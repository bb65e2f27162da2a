CREATE TABLE "visit_count" (
	"study" text NOT NULL,
	"wave" integer NOT NULL,
	"device" text NOT NULL,
	"minutes" integer NOT NULL,
	"responses" integer NOT NULL,
	CONSTRAINT "visit_count_study_wave_device_minutes_pk" PRIMARY KEY("study","wave","device","minutes"),
	CONSTRAINT "visit_count_device" CHECK ("visit_count"."device" in ('phone', 'tablet', 'computer')),
	CONSTRAINT "visit_count_minutes" CHECK ("visit_count"."minutes" between 0 and 240)
);
--> statement-breakpoint
ALTER TABLE "visit_count" ADD CONSTRAINT "visit_count_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;