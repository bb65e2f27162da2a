import { randomUUID } from "node:crypto";
import { seededRandom } from "@mehrwert/analysis";
import { handOverFiles, informationNames, type Study, simulateAnswers } from "@mehrwert/study";
import { strToU8, zipSync } from "fflate";
import { faultStudy } from "../../faults/load/fault-studies.ts";
import { valueDrivers } from "../../setup/server.ts";
import type { AttackedServer } from "./attacked-server.ts";
import type { Door } from "./door.ts";

const random = seededRandom(71);
const newSlug = () => `life-${randomUUID().slice(0, 8)}`;

/** What makes a study ready to open, as the console sends it. */
const readyChanges = {
  informationSheet: Object.fromEntries(
    informationNames.map((name) => [name, { de: "Text", en: "Text" }]),
  ),
  retentionDate: "2099-12-31",
  waves: [{}],
};

/** A fresh study with real texts, which anybody may answer. */
async function newStudy(
  { store, administrator }: AttackedServer,
  status: Study["status"] = "planned",
): Promise<string> {
  const slug = newSlug();
  const changes = { status, retentionDate: "2099-12-31" };
  const study = await faultStudy(slug, changes);
  if (status === "planned") await store.beginStudy({ study, owner: administrator.id });
  else await store.createStudy(study, valueDrivers());
  return slug;
}

/** A door to a fresh study at a stage. */
const ofNew = (status?: Study["status"], takes?: Door["takes"], body?: unknown): Door => ({
  ...(takes && { takes }),
  honest: async (server) => ({
    parameters: { study: await newStudy(server, status) },
    ...(body !== undefined && { body }),
  }),
});

const read = new WeakMap<AttackedServer, Promise<string>>();

/** A door that only reads, to one planned study for each server. */
const ofRead: Door = {
  honest: async (server) => {
    const study = read.get(server) ?? newStudy(server);
    read.set(server, study);
    return { parameters: { study: await study } };
  },
};

/** What the open study lets its testers in with. */
async function pilotKey({ store, studies: { open } }: AttackedServer) {
  const key = (await store.pilotKey(open.slug)) ?? (await store.renewPilotKey(open.slug));
  return { parameters: { study: open.slug }, key };
}

const comment = {
  page: "network",
  comment: "What is a network?",
  language: "de",
  instrumentVersion: "1.0.0",
} as const;

async function handOver(server: AttackedServer): Promise<Uint8Array<ArrayBuffer>> {
  const handed = await server.store.handOver(await newStudy(server), false);
  const renamed = { ...handed, study: { ...handed.study, slug: newSlug() } };
  const of = { createdOn: "2026-11-28", softwareVersion: "0.0.0-test" };
  const files = (await handOverFiles(renamed, of)).map(({ name, bytes }) => [name, bytes] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files)));
}

/** Rows for the routes of a study's life: planned, tried out, opened, ended, handed over. */
export const lifeDoors: Record<string, Door> = {
  "POST /api/studies": {
    takes: "json",
    honest: () => ({
      body: {
        ...{ slug: newSlug(), title: { de: "Netzwerke", en: "Networks" }, mode: "open" },
        instrument: { slug: "value-drivers", version: "1.0.0" },
      },
    }),
  },
  "GET /api/studies/:study/plan": ofRead,
  "PATCH /api/studies/:study/plan": ofNew("planned", "json", {
    revision: 0,
    changes: readyChanges,
  }),
  "GET /api/studies/:study/checklist": ofRead,
  "POST /api/studies/:study/open": ofNew("planned", "json", { wave: 1 }),
  "POST /api/studies/:study/finish": ofNew("fielding"),
  "POST /api/studies/:study/close": ofNew("fielding"),
  "POST /api/studies/:study/freeze": ofNew("closed"),
  "POST /api/studies/:study/archive": ofNew("closed"),
  "DELETE /api/studies/:study": {
    honest: async (server) => {
      const study = await newStudy(server);
      return { parameters: { study }, query: { confirm: study } };
    },
  },
  "GET /api/studies/:study/frozen-datasets": ofRead,
  "GET /api/studies/:study/frozen-datasets/:wave": {
    honest: async (server) => {
      const study = await newStudy(server, "closed");
      const file = strToU8("frozen");
      await server.store.freezeDataset({
        ...{ study, wave: 1, day: "2026-11-28", softwareVersion: "0.0.0-test", responses: 0 },
        ...{ sha256: "0".repeat(64), deletions: 0, file },
      });
      return { parameters: { study, wave: "1" } };
    },
  },
  "GET /api/studies/:study/hand-over.zip": ofRead,
  "POST /api/hand-overs": {
    takes: "bytes",
    honest: async (server) => ({ body: await handOver(server) }),
  },
  "GET /api/studies/:study/pilot": ofRead,
  "DELETE /api/studies/:study/pilot": ofNew(),
  "POST /api/studies/:study/pilot/key": ofNew(),
  "PATCH /api/studies/:study/pilot/comments/:comment": {
    takes: "json",
    honest: async (server) => {
      const study = await newStudy(server);
      await server.store.savePilotComment(study, { ...comment, day: "2026-11-28" });
      const [kept] = await server.store.pilotComments(study);
      return { parameters: { study, comment: kept?.id ?? "" }, body: { isSettled: true } };
    },
  },
  "POST /api/studies/:study/pilot/simulation": {
    takes: "json",
    honest: async (server) => ({
      ...(await ofRead.honest(server)),
      body: { respondents: 5, seed: 1 },
    }),
  },
  "GET /pilot/:study": ofRead,
  "POST /api/studies/:study/pilot-openings": {
    takes: "json",
    honest: async (server) => {
      const { parameters, key } = await pilotKey(server);
      return { parameters, body: { key } };
    },
  },
  "POST /api/studies/:study/pilot-responses": {
    takes: "json",
    honest: async (server) => {
      const { parameters, key } = await pilotKey(server);
      const { instrumentVersion, definitionHash } = server.studies.open;
      const answers = simulateAnswers(valueDrivers(), random);
      const response = { id: randomUUID(), instrumentVersion, definitionHash, language: "de" };
      return { parameters, body: { key, response: { ...response, ...answers } } };
    },
  },
  "POST /api/studies/:study/pilot-comments": {
    takes: "json",
    honest: async (server) => {
      const { parameters, key } = await pilotKey(server);
      return { parameters, body: { key, ...comment } };
    },
  },
};
