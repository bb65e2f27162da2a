import { randomUUID } from "node:crypto";
import type { Store } from "@mehrwert/store";
import { type Codebook, codePointLength, documentIdSchema, textHash } from "@mehrwert/study";
import type { AttackedServer } from "./attacked-server.ts";
import type { Door } from "./door.ts";

const text = "I: Wie war das?\nE1: So war es.\n";
const codebook: Codebook = {
  ...{ slug: "small", version: "1.0.0", languages: ["de", "en"] },
  title: { de: "Klein", en: "Small" },
  codes: [{ id: "A", label: { de: "A", en: "A" }, origin: "deductive" }],
};

const newName = () => `p-${randomUUID().slice(0, 8)}`;

/** A coding project of a study that nobody else writes at, with one transcript. */
export async function newCodingProject(
  { coding }: Pick<Store, "coding">,
  study: string,
): Promise<{ study: string; project: string }> {
  const place = { study, project: newName() };
  const [at, id] = [new Date("2026-11-28T10:00:00.000Z"), randomUUID()];
  const begun = { ...place, id, title: "Interviews", isSynthetic: true, codebook };
  await coding.createProject({ ...begun, createdAt: at });
  await coding.addTranscript(place, {
    ...{ person: { id: "nobody", name: "Nobody" }, at, id, text },
    change: {
      kind: "document-added",
      transcript: {
        ...{ document: "E1", version: 1, hash: await textHash(text) },
        ...{ length: codePointLength(text), speakers: ["I", "E1"] },
        source: { format: "txt", encoding: "UTF-8" },
      },
    },
  });
  return place;
}

const ofStudy = ({ studies }: AttackedServer) => ({ study: studies.open.slug });
const ofProject = async (server: AttackedServer) => ({
  parameters: await newCodingProject(server.store, server.studies.open.slug),
});
const ofOwnProject: Door = { honest: ofProject };

/** Rows for the coding of interviews; who asks owns every study and is called `ada` as a coder. */
export const codingDoors: Record<string, Door> = {
  "GET /api/codebooks": { honest: () => ({}) },
  "GET /api/studies/:study/coding": { honest: (server) => ({ parameters: ofStudy(server) }) },
  "GET /api/studies/:study/coding/:project": ofOwnProject,
  "GET /api/studies/:study/coding/:project/events": ofOwnProject,
  "GET /api/studies/:study/coding/:project/project.zip": ofOwnProject,
  "GET /api/studies/:study/coding/:project/transcripts/:document/:version": {
    honest: async (server) => ({
      parameters: { ...(await ofProject(server)).parameters, document: "E1", version: "1" },
    }),
  },
  "POST /api/studies/:study/coding": {
    takes: "json",
    honest: (server) => ({
      parameters: ofStudy(server),
      body: {
        ...{ project: newName(), title: "Interviews", isSynthetic: true },
        codebook: { slug: "cop-value", version: "1.0.0" },
      },
    }),
  },
  "POST /api/studies/:study/coding/:project/events": {
    takes: "json",
    honest: async (server) => {
      const excerpt = { document: "E1", version: 1, start: 0, end: 5 };
      const coding = { id: randomUUID(), excerpt, code: "A", coder: "ada" };
      const change = { kind: "coding-added", coding: { ...coding, origin: { kind: "by-hand" } } };
      return {
        ...(await ofProject(server)),
        body: { since: 0, changes: [{ id: randomUUID(), change }] },
      };
    },
  },
  "POST /api/studies/:study/coding/:project/release": ofOwnProject,
  "POST /api/studies/:study/coding/:project/transcripts/:document": {
    takes: "bytes",
    makesNew: ({ place, name }) => place === "document" && documentIdSchema.safeParse(name).success,
    honest: async (server) => ({
      parameters: { ...(await ofProject(server)).parameters, document: "E2" },
      query: { fileName: "E2.txt" },
      body: text,
    }),
  },
};
