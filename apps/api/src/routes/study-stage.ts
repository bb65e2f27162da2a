import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Invalid, type LocalizedText, studySchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import type { FieldedInstrument, FieldedVersion } from "../fielded-instrument.ts";
import { jsonBody } from "../guards/json-body.ts";
import { instrumentOrNone } from "../life/checklists.ts";
import { planReply, planReplySchema } from "../life/plan-reply.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import type { Right } from "../rights/right.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const always = ["signed-out", "not-found", "cross-site", "unavailable", "unexpected"] as const;
const plan = {
  ...meaning({ de: "Die Studie in ihrem neuen Stand.", en: "The study at its new stage." }),
  content: { "application/json": { schema: planReplySchema } },
};

const openSchema = z.strictObject({ wave: studySchema.shape.wave }).meta({ id: "WaveToOpen" });

const open = createRoute({
  method: "post",
  path: "/api/studies/{study}/open",
  operationId: "openStudy",
  ...needs("study:field"),
  ...summary({
    de: "Eröffnet eine Welle: die erste, die nächste nach dem Schließen, oder noch einmal die zuletzt geschlossene, solange sie nicht eingefroren ist.",
    en: "Opens a wave: the first, the next one after closing, or once more the one closed last, as long as it is not frozen.",
  }),
  request: {
    params: studyParameter,
    body: { required: true, content: { "application/json": { schema: openSchema } } },
  },
  middleware: jsonBody,
  responses: {
    200: plan,
    ...refusals("malformed", "too-large", "not-json", "invalid", "not-ready", "wrong-stage"),
    ...refusals(...always),
  },
});

const step = <Name extends string, R extends Right>(name: Name, right: R, told: LocalizedText) =>
  createRoute({
    method: "post",
    path: `/api/studies/{study}/${name}` as const,
    operationId: `${name}Study`,
    ...needs(right),
    ...summary(told),
    request: { params: studyParameter },
    responses: { 200: plan, ...refusals("wrong-stage", ...always) },
  });

const finish = step("finish", "study:field", {
  de: "Lässt niemanden mehr beginnen; wer begonnen hat, kann noch einige Tage beenden.",
  en: "Lets nobody begin any more; whoever has begun can finish for some days.",
});
const close = step("close", "study:field", {
  de: "Schließt die Welle sofort, auch für die, die begonnen haben.",
  en: "Closes the wave at once, also for those who have begun.",
});
const archive = step("archive", "study:delete", {
  de: "Archiviert die Studie: Eingeladene, Schlüssel und Probelauf werden vergessen, an der Studie ändert sich nichts mehr. Vorher muss jede Welle eingefroren sein.",
  en: "Archives the study: people invited, keys and pilot are forgotten, nothing of the study changes any more. Every wave has to be frozen before.",
});

const remove = createRoute({
  method: "delete",
  path: "/api/studies/{study}",
  operationId: "deleteStudy",
  ...needs("study:delete"),
  ...summary({
    de: "Löscht die Studie mit allen Antworten. „confirm“ wiederholt ihr Kürzel.",
    en: "Deletes the study with all its answers. “confirm” repeats its short name.",
  }),
  request: {
    params: studyParameter,
    query: z.object({ confirm: studySchema.shape.slug }),
  },
  responses: {
    204: { ...meaning({ de: "Gelöscht.", en: "Deleted." }) },
    ...refusals("wrong-stage", "invalid", ...always),
  },
});

function refuseOtherName(slug: string, typed: string): void {
  if (slug === typed) return;
  throw new Invalid("not confirmed", [
    {
      path: "#/confirm",
      severity: "error",
      message: {
        de: "Das Kürzel stimmt nicht mit dem der Studie überein; gelöscht wurde nichts.",
        en: "The short name is not that of the study; nothing was deleted.",
      },
      advice: { de: `Wiederholen Sie „${slug}“.`, en: `Repeat “${slug}”.` },
    },
  ]);
}

/** A study on its way: opened, finishing, closed, archived, deleted. */
export function studyStageRoutes({
  store,
  now,
  fieldedInstrument,
}: Pick<AppDependencies, "store" | "now"> & {
  fieldedInstrument: (version: FieldedVersion) => Promise<FieldedInstrument>;
}): OpenAPIHono<AppEnv> {
  const today = () => now().toISOString().slice(0, 10);
  return new OpenAPIHono<AppEnv>()
    .openapi(open, async (c) => {
      const { study: slug } = c.req.valid("param");
      const instrument = await instrumentOrNone(fieldedInstrument, await store.study(slug));
      const of = { wave: c.req.valid("json").wave, today: today(), instrument };
      const opened = await store.openWave(slug, of).catch((cause) => {
        throw cause instanceof Invalid ? new Refusal("not-ready", cause.issues) : cause;
      });
      const { wave } = of;
      await c.get("audit")({ action: "study.opened", study: slug, details: { wave } });
      return c.json(planReply(opened), 200);
    })
    .openapi(finish, async (c) => {
      const { study } = c.req.valid("param");
      if ((await store.study(study)).status !== "fielding") throw new Refusal("wrong-stage");
      await store.finishStudy(study, today());
      await c.get("audit")({ action: "study.finishing", study });
      return c.json(planReply(await store.plan(study)), 200);
    })
    .openapi(close, async (c) => {
      const { study } = c.req.valid("param");
      const closed = await store.closeStudy(study);
      await c.get("audit")({ action: "study.closed", study });
      return c.json(planReply(closed), 200);
    })
    .openapi(archive, async (c) => {
      const { study } = c.req.valid("param");
      const archived = await store.archiveStudy(study);
      await c.get("audit")({ action: "study.archived", study });
      return c.json(planReply(archived), 200);
    })
    .openapi(remove, async (c) => {
      const { study } = c.req.valid("param");
      await store.study(study);
      refuseOtherName(study, c.req.valid("query").confirm);
      await store.deleteStudy({ study, day: today() });
      await c.get("audit")({ action: "study.deleted", study });
      return c.body(null, 204);
    });
}
