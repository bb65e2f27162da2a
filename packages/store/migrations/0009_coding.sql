CREATE SCHEMA "coding";
--> statement-breakpoint
CREATE TABLE "coding"."coder" (
	"study" text NOT NULL,
	"project" text NOT NULL,
	"person" text NOT NULL,
	"coder" text NOT NULL,
	CONSTRAINT "coder_study_project_person_pk" PRIMARY KEY("study","project","person"),
	CONSTRAINT "coder_name" UNIQUE("study","project","coder")
);
--> statement-breakpoint
CREATE TABLE "coding"."event" (
	"study" text NOT NULL,
	"project" text NOT NULL,
	"sequence" integer NOT NULL,
	"id" uuid NOT NULL,
	"coder" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"layer" text,
	"makes" uuid,
	"run_id" uuid,
	"run_size" integer,
	"kind" text NOT NULL,
	"change" text NOT NULL,
	CONSTRAINT "event_study_project_sequence_pk" PRIMARY KEY("study","project","sequence"),
	CONSTRAINT "event_id" UNIQUE("study","project","id")
);
--> statement-breakpoint
CREATE TABLE "coding"."project" (
	"study" text NOT NULL,
	"project" text NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"is_synthetic" boolean NOT NULL,
	"codebook" text NOT NULL,
	"codebook_hash" text NOT NULL,
	"phase" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_sequence" integer NOT NULL,
	"released_sequence" integer,
	CONSTRAINT "project_study_project_pk" PRIMARY KEY("study","project"),
	CONSTRAINT "coding_phase" CHECK (("coding"."project"."phase" = 'blind' and "coding"."project"."released_sequence" is null)
        or ("coding"."project"."phase" = 'released' and "coding"."project"."released_sequence" is not null))
);
--> statement-breakpoint
CREATE TABLE "coding"."transcript" (
	"study" text NOT NULL,
	"project" text NOT NULL,
	"document" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "transcript_study_project_document_version_pk" PRIMARY KEY("study","project","document","version")
);
--> statement-breakpoint
ALTER TABLE "coding"."coder" ADD CONSTRAINT "coder_project" FOREIGN KEY ("study","project") REFERENCES "coding"."project"("study","project") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding"."event" ADD CONSTRAINT "event_project" FOREIGN KEY ("study","project") REFERENCES "coding"."project"("study","project") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding"."project" ADD CONSTRAINT "project_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding"."transcript" ADD CONSTRAINT "transcript_project" FOREIGN KEY ("study","project") REFERENCES "coding"."project"("study","project") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_makes" ON "coding"."event" USING btree ("study","project","makes");--> statement-breakpoint
CREATE INDEX "event_run" ON "coding"."event" USING btree ("study","project","run_id");