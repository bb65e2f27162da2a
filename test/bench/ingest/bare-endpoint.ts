import { serve } from "@hono/node-server";
import { Hono } from "hono";
import postgres from "postgres";

/*
 * What the server is measured against: Hono and postgres, one insert of the same row for each request, and nothing
 * else. No validation, no limits, no log, no headers, no second sending of the same response.
 */
const [databaseUrl = "", port = "0"] = process.argv.slice(2);
const sql = postgres(databaseUrl, { max: 10 });
const app = new Hono().post("/api/studies/:study/responses", async (c) => {
  const sent = await c.req.json();
  await sql`
    insert into survey_response
      (study, mode, id, wave, instrument_slug, instrument_version, definition_hash, language, answers, presentation,
       body_hash, consent_hash, receipt_hash)
    values (${c.req.param("study")}, 'open', ${sent.id}, ${sent.wave}, ${sent.instrumentSlug},
       ${sent.instrumentVersion}, ${sent.definitionHash}, ${sent.language}, ${sql.json(sent.answers)},
       ${sql.json(sent.presentation)}, ${sent.definitionHash}, ${sent.consentHash}, ${sent.receiptHash})`;
  return c.json({ id: sent.id, result: "stored" }, 201);
});

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(port) }, () =>
  process.stdout.write("ready\n"),
);
process.once("SIGTERM", () => process.exit(0));
