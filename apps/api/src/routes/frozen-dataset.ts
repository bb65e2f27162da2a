import { createHash } from "node:crypto";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { NotFound, studySchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { Refusal } from "../problems/refusal.ts";
import { ofWave, type StudyResults } from "../results/study-results.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const frozenSchema = z
  .strictObject({
    wave: z.number().int(),
    day: z.iso.date(),
    softwareVersion: z.string(),
    responses: z.number().int(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    isKept: z.boolean(),
  })
  .meta({ id: "FrozenDataset" });
export type FrozenDatasetReply = z.infer<typeof frozenSchema>;
const frozenList = {
  ...meaning({
    de: "Was eingefroren wurde, mit Prüfsumme; „isKept“ sagt, ob die Datei noch da ist.",
    en: "What was frozen, with its checksum; “isKept” tells whether the file is still there.",
  }),
  content: { "application/json": { schema: z.array(frozenSchema) } },
};
const always = ["signed-out", "not-found", "unavailable", "unexpected"] as const;

const freeze = createRoute({
  method: "post",
  path: "/api/studies/{study}/freeze",
  operationId: "freezeStudy",
  ...needs("study:field"),
  ...summary({
    de: "Friert den Datensatz jeder geschlossenen Welle ein, die es noch nicht ist.",
    en: "Freezes the dataset of every closed wave that is not frozen yet.",
  }),
  request: { params: studyParameter },
  responses: { 200: frozenList, ...refusals("wrong-stage", "cross-site", ...always) },
});

const list = createRoute({
  method: "get",
  path: "/api/studies/{study}/frozen-datasets",
  operationId: "frozenDatasets",
  ...needs("study:read"),
  ...summary({ de: "Die eingefrorenen Datensätze.", en: "The frozen datasets." }),
  request: { params: studyParameter },
  responses: { 200: frozenList, ...refusals(...always) },
});

const file = createRoute({
  method: "get",
  path: "/api/studies/{study}/frozen-datasets/{wave}",
  operationId: "frozenDataset",
  ...needs("study:dataset"),
  ...summary({
    de: "Der eingefrorene Datensatz einer Welle, Byte für Byte wie eingefroren.",
    en: "The frozen dataset of a wave, byte for byte as it was frozen.",
  }),
  request: {
    params: studyParameter.extend({ wave: z.coerce.number().pipe(studySchema.shape.wave) }),
  },
  responses: {
    200: {
      ...meaning({ de: "Die ZIP-Datei.", en: "The zip file." }),
      content: {
        "application/zip": { schema: z.string().meta({ type: "string", format: "binary" }) },
      },
    },
    ...refusals(...always),
  },
});

/** Freezing: the dataset of a wave becomes a file with a hash that nothing changes any more. */
export function frozenDatasetRoutes({
  store,
  now,
  softwareVersion,
  studyResults,
}: Pick<AppDependencies, "store" | "now" | "softwareVersion"> & {
  studyResults: StudyResults;
}): OpenAPIHono<AppEnv> {
  const freezeWave = async (
    { slug, wave }: { slug: string; wave: number },
    audit: AppEnv["Variables"]["audit"],
  ): Promise<boolean> => {
    const day = now().toISOString().slice(0, 10);
    // Counted first: what is withdrawn meanwhile makes the store refuse, and the answers be read again.
    const deletions = await store.countDeletions(slug);
    const responses = await store.countResponses(slug, wave);
    if (responses === 0) return true;
    const zip = await studyResults.datasetZip(ofWave(await store.study(slug), wave), day);
    const sha256 = createHash("sha256").update(zip).digest("hex");
    const dataset = { study: slug, wave, day, softwareVersion, responses, sha256 };
    const isFrozen = await store.freezeDataset({ ...dataset, file: zip, deletions });
    if (isFrozen)
      await audit({ action: "dataset.frozen", study: slug, details: { wave, responses, sha256 } });
    return isFrozen;
  };
  const freezeAll = async (slug: string, audit: AppEnv["Variables"]["audit"]): Promise<void> => {
    const { status, wave: last } = await store.study(slug);
    if (status !== "closed" && status !== "archived") throw new Refusal("wrong-stage");
    const frozen = await store.frozenDatasets(slug);
    for (let wave = 1; wave <= last; wave += 1) {
      if (frozen.some((each) => each.wave === wave && each.isKept)) continue;
      const freeze = () => freezeWave({ slug, wave }, audit);
      if (!(await freeze()) && !(await freeze())) throw new Refusal("unavailable");
    }
  };
  return new OpenAPIHono<AppEnv>()
    .openapi(freeze, async (c) => {
      const { study } = c.req.valid("param");
      await freezeAll(study, c.get("audit"));
      return c.json(await store.frozenDatasets(study), 200);
    })
    .openapi(list, async (c) => {
      const { slug } = await store.study(c.req.valid("param").study);
      return c.json(await store.frozenDatasets(slug), 200);
    })
    .openapi(file, async (c) => {
      const { study, wave } = c.req.valid("param");
      const zip = await store.frozenDatasetFile(study, wave);
      if (zip === undefined) throw new NotFound("no such frozen dataset");
      await c.get("audit")({ action: "dataset.fetched", study, details: { wave, frozen: true } });
      return c.body(new Uint8Array(zip), 200, {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${study}-wave-${wave}.zip"`,
      });
    });
}
