CREATE FUNCTION "accounts"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "accounts"."audit_entry"
	FOR EACH STATEMENT EXECUTE FUNCTION "accounts"."refuse_change"();
--> statement-breakpoint
INSERT INTO "accounts"."shared_study" ("study", "role") SELECT "study", 'analyst' FROM "study" WHERE "study" = 'demo' AND "is_simulated";
