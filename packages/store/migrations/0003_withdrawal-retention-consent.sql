CREATE TABLE "consent_text" (
	"study" text NOT NULL,
	"consent_hash" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "consent_text_study_consent_hash_pk" PRIMARY KEY("study","consent_hash")
);
--> statement-breakpoint
CREATE TABLE "deletion" (
	"study" text NOT NULL,
	"response_hash" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "deletion_study_response_hash_pk" PRIMARY KEY("study","response_hash")
);
--> statement-breakpoint
CREATE TABLE "retention_protocol" (
	"study" text NOT NULL,
	"day" date NOT NULL,
	"responses" integer NOT NULL,
	CONSTRAINT "retention_protocol_study_day_pk" PRIMARY KEY("study","day")
);
--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "retention_date" date;--> statement-breakpoint
ALTER TABLE "survey_response" ADD COLUMN "consent_hash" text;--> statement-breakpoint
ALTER TABLE "survey_response" ADD COLUMN "receipt_hash" text;--> statement-breakpoint
ALTER TABLE "consent_text" ADD CONSTRAINT "consent_text_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deletion" ADD CONSTRAINT "deletion_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_protocol" ADD CONSTRAINT "retention_protocol_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_response" ADD CONSTRAINT "survey_response_consent_text" FOREIGN KEY ("study","consent_hash") REFERENCES "public"."consent_text"("study","consent_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_response_receipt" ON "survey_response" USING btree ("study","receipt_hash");