CREATE SCHEMA "accounts";
--> statement-breakpoint
CREATE TABLE "accounts"."access_token" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person" text NOT NULL,
	"name" text NOT NULL,
	"study" text,
	"rights" text[] NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "accounts"."audit_entry" (
	"number" integer PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"entry" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts"."installation_secret" (
	"id" integer PRIMARY KEY NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts"."one_time_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"email" text,
	"person" text,
	"is_administrator" boolean DEFAULT false NOT NULL,
	"study" text,
	"role" text,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_time_link_kind" CHECK ("accounts"."one_time_link"."kind" in ('setup', 'invitation', 'reset'))
);
--> statement-breakpoint
CREATE TABLE "accounts"."passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"name" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" integer NOT NULL,
	"transports" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts"."person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"is_administrator" boolean DEFAULT false NOT NULL,
	"is_disabled" boolean DEFAULT false NOT NULL,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "accounts"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"userId" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "accounts"."shared_study" (
	"study" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts"."sign_in_delay" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failure" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts"."sign_in_method" (
	"id" text PRIMARY KEY NOT NULL,
	"userId" text NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_method_account" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "accounts"."study_role" (
	"study" text NOT NULL,
	"person" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "study_role_study_person_pk" PRIMARY KEY("study","person"),
	CONSTRAINT "study_role_known" CHECK ("accounts"."study_role"."role" in ('owner', 'editor', 'analyst', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "accounts"."two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"userId" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "accounts"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts"."access_token" ADD CONSTRAINT "access_token_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "accounts"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."access_token" ADD CONSTRAINT "access_token_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."one_time_link" ADD CONSTRAINT "one_time_link_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "accounts"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."one_time_link" ADD CONSTRAINT "one_time_link_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."passkey" ADD CONSTRAINT "passkey_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "accounts"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."session" ADD CONSTRAINT "session_userId_person_id_fk" FOREIGN KEY ("userId") REFERENCES "accounts"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."shared_study" ADD CONSTRAINT "shared_study_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."sign_in_method" ADD CONSTRAINT "sign_in_method_userId_person_id_fk" FOREIGN KEY ("userId") REFERENCES "accounts"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."study_role" ADD CONSTRAINT "study_role_study_study_study_fk" FOREIGN KEY ("study") REFERENCES "public"."study"("study") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."study_role" ADD CONSTRAINT "study_role_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "accounts"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."two_factor" ADD CONSTRAINT "two_factor_userId_person_id_fk" FOREIGN KEY ("userId") REFERENCES "accounts"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_token_person" ON "accounts"."access_token" USING btree ("person");--> statement-breakpoint
CREATE INDEX "passkey_person" ON "accounts"."passkey" USING btree ("person");--> statement-breakpoint
CREATE INDEX "session_person" ON "accounts"."session" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "study_role_person" ON "accounts"."study_role" USING btree ("person");--> statement-breakpoint
CREATE INDEX "two_factor_person" ON "accounts"."two_factor" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "accounts"."verification" USING btree ("identifier");