CREATE TABLE "accessibility_feedback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"barrier" text NOT NULL,
	"place" text,
	"reply_to" text,
	"day" date NOT NULL
);
