import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  reminderAudienceSchema as audienceSchema,
  Conflict,
  remindedReplySchema,
  reminderForecastSchema,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { noMailService } from "../mail/mail-service.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const forecast = createRoute({
  method: "get",
  path: "/api/studies/{study}/reminders",
  operationId: "reminderForecast",
  ...needs("study:field"),
  ...summary({
    de: "Die nächste Erinnerungsrunde: ihre Nummer, wen sie erreicht, was ihr im Weg steht.",
    en: "The next round of reminders: its number, whom it reaches, what stands in its way.",
  }),
  request: { params: studyParameter, query: z.object({ to: audienceSchema.default("not-begun") }) },
  responses: {
    200: {
      ...meaning({ de: "Die Runde.", en: "The round." }),
      content: {
        "application/json": { schema: reminderForecastSchema.meta({ id: "ReminderForecast" }) },
      },
    },
    ...refusals("not-found", "invalid", "unavailable", "unexpected"),
  },
});

const remind = createRoute({
  method: "post",
  path: "/api/studies/{study}/reminders",
  operationId: "remind",
  ...needs("study:field"),
  ...summary({
    de: "Sendet eine Erinnerungsrunde. Wer dieselbe Runde noch einmal verlangt, erinnert niemanden noch einmal.",
    en: "Sends a round of reminders. Asking for the same round again reminds nobody again.",
  }),
  request: {
    params: studyParameter,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({ round: z.number().int().min(1), to: audienceSchema }),
        },
      },
    },
  },
  middleware: jsonBody,
  responses: {
    201: {
      ...meaning({ de: "Wie viele erinnert werden.", en: "How many are reminded." }),
      content: { "application/json": { schema: remindedReplySchema } },
    },
    ...refusals("malformed", "cross-site", "not-found", "too-large", "not-json"),
    ...refusals("no-reminder", "invalid", "unavailable", "unexpected"),
  },
});

async function refusedAsNoReminder<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw cause instanceof Conflict ? new Refusal("no-reminder") : cause;
  }
}

/** Rounds of reminders. */
export function reminderRoutes({
  store,
  now,
  mail = noMailService,
}: Pick<AppDependencies, "store" | "now" | "mail">): OpenAPIHono<AppEnv> {
  const asked = async (study: string, to: z.infer<typeof audienceSchema>) => ({
    study,
    to,
    most: (await store.fieldwork.mailing(study)).reminders,
    day: now().toISOString().slice(0, 10),
  });
  return new OpenAPIHono<AppEnv>()
    .openapi(forecast, async (c) => {
      const { study } = c.req.valid("param");
      const { mode } = await store.study(study);
      const { round, people, obstacle } = await store.fieldwork.reminderForecast(
        await asked(study, c.req.valid("query").to),
      );
      // Whoever could ask again and again would see people begin one by one.
      const isTold = mode === "confidential" || c.req.valid("query").to === "everybody";
      return c.json({ round, ...(isTold && { people }), ...(obstacle && { obstacle }) }, 200);
    })
    .openapi(remind, async (c) => {
      const { study } = c.req.valid("param");
      const { round, to } = c.req.valid("json");
      const done = await refusedAsNoReminder(async () =>
        store.fieldwork.remind({ ...(await asked(study, to)), round }),
      );
      // Without a number: administrators read the log, who may not learn how many have begun.
      await c.get("audit")({ action: "reminder.made", study, details: { round, to } });
      await mail.wake(study);
      return c.json(done, 201);
    });
}
