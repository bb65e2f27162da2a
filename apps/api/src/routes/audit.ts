import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { auditEntrySchema } from "@mehrwert/study";
import { stream } from "hono/streaming";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { needs } from "../rights/needs.ts";
import { jsonReply, meaning, refusals, summary } from "./described.ts";

const entriesPerPage = 100;

const page = createRoute({
  method: "get",
  path: "/api/audit",
  operationId: "auditEntries",
  ...needs("audit:read"),
  ...summary({
    de: "Was Forschende und Verwaltende getan haben, das Neueste zuerst; nie, was Teilnehmende tun.",
    en: "What researchers and administrators did, newest first; never what participants do.",
  }),
  request: {
    query: z.object({
      before: z.coerce.number().int().min(1).optional(),
      lang: z.string().optional(),
    }),
  },
  responses: {
    200: jsonReply(
      { de: `Höchstens ${entriesPerPage} Einträge.`, en: `At most ${entriesPerPage} entries.` },
      z.array(auditEntrySchema.meta({ id: "AuditEntry" })),
    ),
    ...refusals("signed-out", "forbidden", "invalid", "unavailable", "unexpected"),
  },
});

const whole = createRoute({
  method: "get",
  path: "/api/audit/log.jsonl",
  operationId: "auditLog",
  ...needs("audit:read"),
  ...summary({
    de: "Das ganze Protokoll, ein Eintrag je Zeile, zum Prüfen mit „mehrwert audit check“.",
    en: "The whole log, one entry per line, to be checked with “mehrwert audit check”.",
  }),
  responses: {
    200: {
      ...meaning({ de: "Die Datei.", en: "The file." }),
      content: { "application/jsonl": { schema: z.string() } },
    },
    ...refusals("signed-out", "forbidden", "unavailable", "unexpected"),
  },
});

/** `GET /api/audit` and `GET /api/audit/log.jsonl`. */
export function auditRoutes({
  store: { accounts: store },
}: Pick<AppDependencies, "store">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(page, async (c) => {
      const { before } = c.req.valid("query");
      return c.json(await store.auditEntries({ before, limit: entriesPerPage }), 200);
    })
    .openapi(whole, async (c) => {
      await c.get("audit")({ action: "audit-log.exported" });
      c.header("content-type", "application/jsonl");
      c.header("content-disposition", 'attachment; filename="audit-log.jsonl"');
      return stream(c, async (out) => {
        for await (const entries of store.wholeAuditLog())
          await out.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      }) as never;
    });
}
