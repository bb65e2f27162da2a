import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { CodingProjectFile } from "@mehrwert/study";
import { strToU8, zipSync } from "fflate";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { needs } from "../rights/needs.ts";
import { codingParameter } from "./coding-schemas.ts";
import { meaning, refusals, summary } from "./described.ts";

const exported = createRoute({
  method: "get",
  path: "/api/studies/{study}/coding/{project}/project.zip",
  operationId: "codingProjectFolder",
  ...needs("study:dataset"),
  ...summary({
    de: "Das Projekt als Ordner, wie „mehrwert code“ ihn liest. In der blinden Phase nur mit Gemeinsamem und Eigenem.",
    en: "The project as a folder that “mehrwert code” reads. In the blind phase only with what is shared or your own.",
  }),
  request: { params: codingParameter },
  responses: {
    200: {
      ...meaning({ de: "Die ZIP-Datei.", en: "The zip file." }),
      content: {
        "application/zip": { schema: z.string().meta({ type: "string", format: "binary" }) },
      },
    },
    ...refusals("signed-out", "not-found", "unavailable", "unexpected"),
  },
});

/** `GET /api/studies/<study>/coding/<project>/project.zip`: the same events that `…/events` gives to whoever asks. */
export function codingExportRoutes({
  store: { coding },
}: Pick<AppDependencies, "store">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(exported, async (c) => {
    const place = c.req.valid("param");
    const project = await coding.project(place);
    const { events } = await coding.seenEvents(place, { person: c.get("person").id, since: 0 });
    const file: CodingProjectFile = {
      ...{ format: "mehrwert-coding", formatVersion: 1, id: project.id, title: project.title },
      createdAt: project.createdAt.toISOString(),
      ...(project.isSynthetic && { isSynthetic: true }),
      codebookHash: project.codebookHash,
    };
    const files = new Map([
      ["project.json", `${JSON.stringify(file, null, 2)}\n`],
      ["codebook.json", `${JSON.stringify(project.codebook, null, 2)}\n`],
    ]);
    for (const event of events) {
      const name = `events/${event.person}.jsonl`;
      files.set(name, `${files.get(name) ?? ""}${JSON.stringify(event)}\n`);
    }
    for (const { document, version, text } of await coding.transcripts(place))
      files.set(`transcripts/${document}.v${version}.txt`, text);
    const below = [...files].map(([name, text]) => [`${place.project}/${name}`, strToU8(text)]);
    const zip = zipSync(Object.fromEntries(below), { mtime: project.createdAt });
    const details = { project: place.project };
    await c.get("audit")({ action: "coding-project.fetched", study: place.study, details });
    return c.body(new Uint8Array(zip), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${place.project}.zip"`,
    });
  });
}
