import { createHash, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { webAppFolders } from "@mehrwert/api";
import { copiedInstrument, type Study, simulateAnswers } from "@mehrwert/study";
import { vi } from "vitest";
import { blindedNumber, draftSave, responseTo } from "../../faults/load/writer.ts";
import { valueDrivers } from "../../setup/server.ts";
import { accountDoors } from "./account-doors.ts";
import type { AttackedServer } from "./attacked-server.ts";
import { codingDoors } from "./coding-doors.ts";
import type { Door } from "./door.ts";
import { fieldDoors } from "./field-doors.ts";
import { lifeDoors } from "./life-doors.ts";

export type { Door, Request } from "./door.ts";

const random = seededRandom(31);
const ofStudy = ({ slug }: Study) => ({ study: slug });
const ofInstrument = { slug: "value-drivers", version: "1.0.0" };
const plain: Door = { honest: () => ({}) };
const ofOpenStudy: Door = { honest: ({ studies }) => ({ parameters: ofStudy(studies.open) }) };

const newReceipt = () => createHash("sha256").update(randomUUID()).digest("hex");

/** Somebody's whole response to a study that anybody may answer. */
export function submissionTo(study: Study, id: string = randomUUID()) {
  const answers = simulateAnswers(valueDrivers(), random);
  const visit = { minutes: 9, device: "phone" as const };
  return { ...responseTo(study, id), ...answers, receiptHash: newReceipt(), visit };
}

/** Unfinished answers of a study that anybody may answer, saved already. */
export async function savedDraft({ store }: AttackedServer, study: Study) {
  const save = draftSave(randomUUID(), 1, random);
  await store.saveResponseDraft({ study: study.slug, save, day: "2026-11-28" });
  return save;
}

/** A response, stored already, and the hash it can be withdrawn with. */
export async function storedSubmission({ store }: AttackedServer, study: Study) {
  const submission = submissionTo(study);
  await store.saveSurveyResponse(study.slug, submission);
  return submission;
}

/** So many responses that results are released, and released they are. */
async function releasedResults(server: AttackedServer, study: Study): Promise<void> {
  const release = async () => {
    const reply = await fetch(`${server.url}/api/studies/${study.slug}/results`);
    return (await reply.json()).release;
  };
  if ((await release()) > 0) return;
  for (let response = 0; response < 60; response += 1) await storedSubmission(server, study);
  await vi.waitUntil(async () => (await release()) > 0, { timeout: 60_000, interval: 500 });
}

let drafts = 0;
/** A draft in the library that nobody else writes at. */
async function libraryDraft({ store }: AttackedServer): Promise<string> {
  drafts += 1;
  const slug = `draft-${drafts}`;
  const instrument = copiedInstrument(valueDrivers(), { slug, version: "1.0.0" });
  await store.createLibraryDraft(slug, JSON.stringify(instrument));
  return slug;
}

const newName = () => {
  drafts += 1;
  return `name-${drafts}`;
};

/** A file of the questionnaire, by the name it was built under. */
function builtFile(): string {
  const folder = join(webAppFolders.questionnaire, "assets");
  return `assets/${readdirSync(folder).find((name) => name.endsWith(".js"))}`;
}

/** A questionnaire of another platform. */
export const otherPlatformFile = {
  title: "A survey",
  pages: [{ name: "page1", elements: [{ type: "comment", name: "why", title: "Why?" }] }],
};

/** A row for every route; a route without one fails `every-route.test.ts`, and with it whoever added the route. */
export const doors: Record<string, Door> = {
  ...accountDoors,
  ...codingDoors,
  ...fieldDoors,
  ...lifeDoors,
  "GET /": plain,
  "GET /health": plain,
  "GET /console": plain,
  "GET /console/*": { honest: () => ({ parameters: { "*": "studies" } }) },
  "GET /questionnaire/*": { honest: () => ({ parameters: { "*": builtFile() } }) },
  "GET /privacy": plain,
  "GET /accessibility": plain,
  "GET /accessibility/feedback": plain,
  "GET /accessibility/feedback/thanks": plain,
  "POST /accessibility/feedback": {
    takes: "form",
    honest: () => ({ body: { barrier: "The text is too small.", place: "/privacy" } }),
  },
  "GET /problems/:kind": { honest: () => ({ parameters: { kind: "closed" } }) },
  "GET /preview/:slug/:version": { honest: () => ({ parameters: ofInstrument }) },
  "GET /s/:study": ofOpenStudy,
  "GET /s/:study/": ofOpenStudy,
  "GET /s/:study/withdraw": ofOpenStudy,

  "GET /api/docs": plain,
  "GET /api/openapi.json": plain,
  "GET /api/accessibility-feedback": plain,
  "GET /api/instruments/schema.json": plain,
  "GET /api/instruments/:slug/:version": { honest: () => ({ parameters: ofInstrument }) },
  "GET /api/instruments/:slug/draft": {
    honest: async (server) => ({ parameters: { slug: await libraryDraft(server) } }),
  },
  "GET /api/interview-guides/:slug/:version/:file": {
    honest: () => ({
      parameters: { slug: "interview-guide-value", version: "1.0.0", file: "guide.html" },
    }),
  },
  "GET /api/library": plain,
  "GET /api/library/:slug/draft": {
    honest: async (server) => ({ parameters: { slug: await libraryDraft(server) } }),
  },
  "PUT /api/library/:slug/draft": {
    takes: "json",
    makesNew: ({ name }) => /^(unknown|constructor)$/.test(name),
    honest: () => ({ parameters: { slug: newName() }, body: { json: "{}", revision: 0 } }),
  },
  "DELETE /api/library/:slug/draft": {
    honest: async (server) => ({ parameters: { slug: await libraryDraft(server) } }),
  },
  "POST /api/library/:slug/copy": {
    takes: "json",
    honest: () => ({ parameters: { slug: "value-drivers" }, body: { as: newName() } }),
  },
  "POST /api/library/:slug/publish": {
    takes: "json",
    honest: async (server) => ({
      parameters: { slug: await libraryDraft(server) },
      body: { version: "1.0.0", revision: 1 },
    }),
  },
  "POST /api/library/import": {
    takes: "bytes",
    honest: () => ({
      query: { fileName: "survey.json", as: newName() },
      body: JSON.stringify(otherPlatformFile),
    }),
  },
  "GET /api/library/:slug/difference": {
    honest: () => ({
      parameters: { slug: "value-drivers" },
      query: { from: "1.0.0", to: "1.1.0" },
    }),
  },
  "GET /api/library/:slug/:version/checks": { honest: () => ({ parameters: ofInstrument }) },
  "GET /api/library/:slug/:version/:file": {
    honest: () => ({ parameters: { ...ofInstrument, file: "dictionary.json" } }),
  },

  "GET /api/studies": plain,
  "GET /api/studies/:study": ofOpenStudy,
  "GET /api/studies/:study/results": ofOpenStudy,
  "GET /api/studies/:study/results/open-answers": ofOpenStudy,
  "GET /api/studies/:study/results/by/:grouping": {
    honest: async (server) => {
      await releasedResults(server, server.studies.open);
      return { parameters: { ...ofStudy(server.studies.open), grouping: "d-lead" } };
    },
  },
  "GET /api/studies/:study/dataset.zip": ofOpenStudy,
  "POST /api/studies/:study/instrument-version": {
    takes: "json",
    honest: ({ studies }) => ({ parameters: ofStudy(studies.open), body: { version: "1.1.0" } }),
  },
  "POST /api/studies/:study/participation-checks": {
    takes: "json",
    honest: async ({ studies: { anonymous }, newCode }) => ({
      parameters: ofStudy(anonymous),
      body: { participationCode: await newCode(anonymous) },
    }),
  },
  "POST /api/studies/:study/credentials": {
    takes: "json",
    honest: async ({ studies: { anonymous }, newCode }) => ({
      parameters: ofStudy(anonymous),
      body: { participationCode: await newCode(anonymous), blinded: blindedNumber(random) },
    }),
  },
  "POST /api/studies/:study/draft-saves": {
    takes: "json",
    honest: ({ studies }) => ({
      parameters: ofStudy(studies.open),
      body: draftSave(randomUUID(), 1, random),
    }),
  },
  "POST /api/studies/:study/draft-reads": {
    takes: "json",
    honest: async (server) => ({
      parameters: ofStudy(server.studies.open),
      body: { id: (await savedDraft(server, server.studies.open)).id },
    }),
  },
  "POST /api/studies/:study/draft-deletions": {
    takes: "json",
    honest: async (server) => ({
      parameters: ofStudy(server.studies.open),
      body: { id: (await savedDraft(server, server.studies.open)).id },
    }),
  },
  "POST /api/studies/:study/responses": {
    takes: "json",
    honest: ({ studies }) => ({
      parameters: ofStudy(studies.open),
      body: submissionTo(studies.open),
    }),
  },
  "POST /api/studies/:study/withdrawals": {
    takes: "json",
    honest: async (server) => {
      const { receiptHash } = await storedSubmission(server, server.studies.open);
      return { parameters: ofStudy(server.studies.open), body: { receiptHash } };
    },
  },
};

/** The row of a route. */
export function doorOf(route: string): Door {
  const door = doors[route];
  if (door === undefined) throw new RangeError(`${route} has no row`);
  return door;
}
