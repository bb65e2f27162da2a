import { randomUUID } from "node:crypto";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { StoredCodingProject } from "@mehrwert/store";
import {
  type CodingChange,
  codingProject,
  documentIdSchema,
  Invalid,
  localizedTextSchema,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import type { TranscriptReader } from "../coding/transcript-reader.ts";
import { limitedBody, onlyBytes } from "../guards/json-body.ts";
import { needs } from "../rights/needs.ts";
import { codingParameter, transcriptParameter } from "./coding-schemas.ts";
import { jsonReply, refusals, summary } from "./described.ts";
import { refusedAs } from "./library-draft.ts";

const largestFileBytes = 10 * 1024 * 1024;

const read = createRoute({
  method: "get",
  path: "/api/studies/{study}/coding/{project}/transcripts/{document}/{version}",
  operationId: "codingTranscript",
  ...needs("study:dataset"),
  ...summary({
    de: "Der Text einer Fassung eines Transkripts; er ändert sich nie.",
    en: "The text of one version of a transcript; it never changes.",
  }),
  request: { params: transcriptParameter },
  responses: {
    200: jsonReply(
      { de: "Der Text.", en: "The text." },
      z.strictObject({ document: documentIdSchema, version: z.number().int(), text: z.string() }),
    ),
    ...refusals("signed-out", "not-found", "unavailable", "unexpected"),
  },
});

const add = createRoute({
  method: "post",
  path: "/api/studies/{study}/coding/{project}/transcripts/{document}",
  operationId: "addCodingTranscript",
  ...needs("study:plan"),
  ...summary({
    de: "Liest ein Transkript ein (txt, md, docx, odt, vtt, srt). Gibt es den Namen schon, wird es dessen neue Fassung; alle Kodierungen ziehen mit.",
    en: "Imports a transcript (txt, md, docx, odt, vtt, srt). If there is one of this name, it becomes its new version; all codings move along.",
  }),
  request: {
    params: codingParameter.extend({ document: documentIdSchema }),
    query: z.object({ fileName: z.string().min(1).max(200) }),
    body: {
      required: true,
      content: {
        "application/octet-stream": {
          schema: z.string().meta({ type: "string", format: "binary" }),
        },
      },
    },
  },
  middleware: [onlyBytes, limitedBody(largestFileBytes)] as const,
  responses: {
    201: jsonReply(
      { de: "Was daraus wurde.", en: "What became of it." },
      z.strictObject({
        document: documentIdSchema,
        version: z.number().int(),
        encoding: z.string(),
        speakers: z.array(z.string()),
        notes: z.array(localizedTextSchema),
      }),
    ),
    ...refusals("signed-out", "not-found", "cross-site", "too-large", "not-bytes", "invalid"),
    ...refusals("changed-meanwhile", "unavailable", "unexpected"),
  },
});

/** `/api/studies/<study>/coding/<project>/transcripts`: texts, and bringing them in; files are read beside the server. */
export function codingTranscriptRoutes({
  store: { coding },
  now,
  transcripts: reader,
}: Pick<AppDependencies, "store" | "now"> & {
  transcripts: TranscriptReader;
}): OpenAPIHono<AppEnv> {
  const stateOf = async (project: StoredCodingProject) =>
    codingProject(project.codebook, await coding.allEvents(project));
  return new OpenAPIHono<AppEnv>()
    .openapi(read, async (c) => {
      const { document, version, ...place } = c.req.valid("param");
      return c.json(await coding.transcript(place, { document, version }), 200);
    })
    .openapi(add, async (c) => {
      const { document, ...place } = c.req.valid("param");
      const { fileName } = c.req.valid("query");
      const project = await coding.project(place);
      const result = await reader.read({
        fileName,
        bytes: new Uint8Array(await c.req.arrayBuffer()),
      });
      if (!result.ok) throw new Invalid("the file cannot be read", result.issues);
      const { text, format, encoding, notes, hash, length, speakers: found } = result.value;
      const texts = (await coding.transcripts(place)).filter((each) => each.document === document);
      const present = (await stateOf(project)).documents.find(({ id }) => id === document);
      const speakers = [...new Set([...(present?.versions.at(-1)?.speakers ?? []), ...found])];
      const transcript = {
        ...{ document, version: (texts.at(-1)?.version ?? 0) + 1, speakers },
        ...{ hash, length },
        source: { format, encoding },
      };
      const before = present?.versions.at(-1)?.version;
      const earlier = texts.find(({ version }) => version === before);
      const change: TranscriptChange =
        earlier === undefined
          ? { kind: "document-added", transcript }
          : await corrected(reader, await stateOf(project), earlier, { transcript, text });
      const { id, name } = c.get("person");
      await refusedAs("changed-meanwhile", () =>
        coding.addTranscript(place, {
          ...{ person: { id, name }, at: now(), id: randomUUID(), text, change },
        }),
      );
      const { version } = transcript;
      const details = { project: place.project, version };
      await c.get("audit")({ action: "transcript.added", study: place.study, details });
      return c.json({ document, version, encoding, speakers, notes }, 201);
    });
}

type TranscriptChange = Extract<CodingChange, { kind: "document-added" | "document-corrected" }>;

/** Every coding moves along, also those that whoever corrects may not see; they are given to nobody but their coders. */
async function corrected(
  reader: TranscriptReader,
  { assignments }: ReturnType<typeof codingProject>,
  earlier: { document: string; version: number; text: string },
  { transcript, text }: { transcript: TranscriptChange["transcript"]; text: string },
): Promise<TranscriptChange> {
  if (text === earlier.text) throw sameWords();
  const codings = assignments.filter(({ excerpt }) => excerpt.document === earlier.document);
  const result = await reader.carry({ before: earlier.text, after: text, codings });
  if (!result.ok) throw new Invalid("the correction cannot be compared", result.issues);
  return { kind: "document-corrected", from: earlier.version, transcript, ...result.value };
}

function sameWords(): Invalid {
  return new Invalid("the same words", [
    {
      ...{ severity: "error", path: "" },
      message: {
        de: "Die Datei hat denselben Wortlaut wie das vorhandene Transkript.",
        en: "The file has the same words as the transcript that is there.",
      },
      advice: {
        de: "Ein anderes Gespräch braucht einen anderen Namen.",
        en: "Another interview needs another name.",
      },
    },
  ]);
}
