import { createHash, randomUUID } from "node:crypto";
import { openStore, type Store } from "@mehrwert/store";
import type { Codebook, CodingChange, StudyRole } from "@mehrwert/study";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleAccounts, exampleOwner } from "../example/example-accounts.ts";
import { exampleApi, exampleStudy } from "../example/example-api.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

/*
 * Blindness as non-interference: the same happens in two projects, but in the second one Ben does nothing of his own.
 * Whatever Anna asks, she must get the same bytes in both. What is equal everywhere tells nothing.
 */

const codebook: Codebook = {
  ...{ slug: "small", version: "1.0.0", languages: ["de", "en"] },
  title: { de: "Klein", en: "Small" },
  codes: ["A", "B", "C"].map((id) => ({
    ...{ id, label: { de: id, en: id }, origin: "deductive" as const },
  })),
};
const text = "I: Wie war das?\nE1: So war es, und zwar immer wieder.\n";
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let apps: Record<Name, ReturnType<typeof exampleApi>["app"]>;
type Name = "Anna" | "Ben" | "Otto";

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(await exampleStudy());
  const appOf = (name: Name, role: StudyRole) => {
    const who = {
      ...exampleOwner,
      person: { id: `id-of-${name}`, name, email: `${name}@example.org` },
      isAdministrator: false,
      roles: new Map([["demo", role]]),
    };
    return exampleApi(store, { codebooks: [codebook], accounts: exampleAccounts(store, who) }).app;
  };
  apps = {
    Anna: appOf("Anna", "analyst"),
    Ben: appOf("Ben", "analyst"),
    Otto: appOf("Otto", "owner"),
  };
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function ask(who: Name, path: string, body?: unknown): Promise<Response> {
  const isFile = typeof body === "string";
  return apps[who].request(`/api/studies/demo/coding${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      "content-type": isFile ? "application/octet-stream" : "application/json",
      "x-request-id": "fixed",
    },
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
  });
}

/** An id that follows from a name, so that both projects have the same ones. */
function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function newProject(): Promise<string> {
  const project = `p-${randomUUID().slice(0, 8)}`;
  const begun = { project, title: "T", codebook: { slug: "small", version: "1.0.0" } };
  expect((await ask("Otto", "", begun)).status).toBe(201);
  const added = await ask("Otto", `/${project}/transcripts/E1?fileName=E1.txt`, text);
  expect(added.status).toBe(201);
  await ask("Anna", `/${project}`);
  return project;
}

type Step =
  | { who: "Anna" | "Ben"; does: CodingChange["kind"]; n: number }
  | { who: "Otto"; does: "correct"; n: number };

const isShared = ({ does }: Step) =>
  ["code-added", "code-removed", "code-split", "correct"].includes(does);

function changeOf({ who, does, n }: Step): CodingChange {
  const own = (number: number) => idOf(`${who} coding ${number % 4}`);
  const excerpt = { document: "E1", version: 1, start: n, end: n + 5 };
  const part = (id: string) => ({ id, label: { de: id, en: id }, origin: "inductive" as const });
  switch (does) {
    case "coding-added":
      return {
        kind: does,
        coding: {
          ...{ id: own(n), excerpt, code: "A", coder: who.toLowerCase() },
          origin: { kind: "by-hand" },
        },
      };
    case "coding-removed":
      return { kind: does, coding: own(n) };
    case "coding-changed":
      return { kind: does, coding: own(n), code: "B" };
    case "memo-written":
      return {
        ...{ kind: does, memo: idOf(`${who} memo ${n % 3}`), text: `secret of ${who}` },
        about: { kind: "coding", coding: own(n) },
      };
    case "suggestion-added":
      return {
        kind: does,
        suggestion: {
          ...{ id: idOf(`suggestion ${n % 4}`), excerpt, code: "A" },
          ...{ by: "rule", name: `secret of ${who}`, score: 1 },
        },
      };
    case "code-added":
      return { kind: does, code: part(`N${n}`) };
    case "code-split":
      return {
        ...{ kind: does, code: "A" },
        parts: [{ code: part(`S${n}`), codings: [own(n), own(n + 1)] }],
      };
    case "code-removed":
      return { kind: does, code: "C" };
    default:
      return { kind: "undone", target: idOf(`${who} event ${n}`) };
  }
}

async function does(project: string, step: Step, number: number): Promise<Response> {
  if (step.does === "correct") {
    const corrected = text.replace("immer", "immer ".repeat(step.n + 1).trim());
    return ask("Otto", `/${project}/transcripts/E1?fileName=E1.txt`, corrected);
  }
  const change = changeOf(step);
  return ask(step.who, `/${project}/events`, {
    since: 0,
    changes: [{ id: idOf(`${step.who} event ${number}`), change }],
  });
}

/** What a reply says, without what is random in any project: its name and id, and ids that the server gives. */
async function said(reply: Response, project: string): Promise<string> {
  const isZip = reply.headers.get("content-type") === "application/zip";
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const body = isZip
    ? Object.entries(unzipSync(bytes))
        .map(([name, file]) => `${name}\n${strFromU8(file)}`)
        .join("\n")
    : new TextDecoder().decode(bytes);
  const headers = [...reply.headers].filter(
    ([name]) => !/request-id|length|disposition/.test(name),
  );
  const known = new Set(
    ["Anna", "Ben"].flatMap((who) =>
      Array.from({ length: 60 }, (_, n) => [`event ${n}`, `coding ${n}`, `memo ${n}`])
        .flat()
        .map((what) => idOf(`${who} ${what}`)),
    ),
  );
  const plain = body
    .replaceAll(project, "PROJECT")
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => (known.has(id) ? id : "ID"));
  return `${reply.status} ${JSON.stringify(headers)}\n${plain}`;
}

/** Everything that Anna can ask, by the address as it is described; a new route fails the test until it stands here. */
const asks: Record<string, (project: string) => [path: string, body?: unknown][]> = {
  "get /api/studies/{study}/coding": () => [[""]],
  "post /api/studies/{study}/coding": (project) => [
    ["", { project, title: "T", codebook: { slug: "small", version: "1.0.0" } }],
  ],
  "get /api/studies/{study}/coding/{project}": (project) => [[`/${project}`]],
  "post /api/studies/{study}/coding/{project}/release": (project) => [[`/${project}/release`, {}]],
  "get /api/studies/{study}/coding/{project}/events": (project) =>
    [0, 1, 3, 7, 1000].map((since) => [`/${project}/events?since=${since}`]),
  "post /api/studies/{study}/coding/{project}/events": (project) =>
    probes.map((change) => [
      `/${project}/events`,
      { since: 0, changes: [{ id: randomUUID(), change }] },
    ]),
  "get /api/studies/{study}/coding/{project}/transcripts/{document}/{version}": (project) =>
    [1, 2, 3].map((version) => [`/${project}/transcripts/E1/${version}`]),
  "post /api/studies/{study}/coding/{project}/transcripts/{document}": (project) => [
    [`/${project}/transcripts/E1?fileName=E1.txt`, "x"],
  ],
  "get /api/studies/{study}/coding/{project}/project.zip": (project) => [
    [`/${project}/project.zip`],
  ],
};

/** Changes of what is Ben's, by which Anna might learn whether it is there: all must be refused, in the same words. */
const probes: CodingChange[] = [0, 1, 2, 3].flatMap((n): CodingChange[] => [
  { kind: "coding-removed", coding: idOf(`Ben coding ${n}`) },
  { kind: "coding-changed", coding: idOf(`Ben coding ${n}`), code: "B" },
  { kind: "memo-removed", memo: idOf(`Ben memo ${n % 3}`) },
  { kind: "undone", target: idOf(`Ben event ${n}`) },
]);

/** One after the other: which of two undos comes first must not differ between two projects. */
async function everythingFor(project: string): Promise<string[]> {
  const replies: string[] = [];
  for (const route of Object.values(asks))
    for (const [path, body] of route(project))
      replies.push(await said(await ask("Anna", path, body), project));
  return replies;
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      who: fc.constantFrom("Anna" as const, "Ben" as const),
      does: fc.constantFrom(
        ...(["coding-added", "coding-added", "coding-removed", "coding-changed"] as const),
        ...([
          "memo-written",
          "code-added",
          "code-split",
          "code-removed",
          "undone",
          "suggestion-added",
        ] as const),
      ),
      n: fc.nat(12),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      who: fc.constant("Otto" as const),
      does: fc.constant("correct" as const),
      n: fc.nat(2),
    }),
  },
);

test("every coding route is asked in this file", () => {
  const described = apps.Anna.openAPIRegistry.definitions.flatMap((each) =>
    each.type === "route" ? [`${each.route.method} ${each.route.path}`] : [],
  );
  const ofCoding = described.filter((route) => route.includes("/coding"));
  expect(ofCoding.sort()).toEqual(Object.keys(asks).sort());
});

test("whatever coders do blindly, each gets the same bytes as if the other had done nothing of their own", async () => {
  let probed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const [real, twin] = [await newProject(), await newProject()];
      for (const [number, each] of steps.entries()) {
        const one = await does(real, each, number);
        // Undoing what is shared is shared; which event that is, Ben's numbers say.
        const isOwn =
          each.who === "Ben" &&
          !isShared(each) &&
          !(
            each.does === "undone" &&
            isShared(steps[each.n] ?? each) &&
            steps[each.n]?.who === "Ben"
          );
        if (isOwn) continue;
        const other = await does(twin, each, number);
        expect(other.status).toBe(one.status);
        if (each.who === "Anna") {
          expect(await said(one, real)).toBe(await said(other, twin));
        }
      }
      const ofList = (replies: string[]) => replies.slice(1);
      const [seen, expected] = [await everythingFor(real), await everythingFor(twin)];
      expect(ofList(seen)).toEqual(ofList(expected));
      expect(seen.join("")).not.toContain("secret of Ben");
      probed += probes.length;
    }),
    { numRuns: 25, seed: 7 },
  );
  expect(probed).toBeGreaterThan(0);
});

test("after the release both see everything; a viewer and a stranger see nothing, before and after", async () => {
  const project = await newProject();
  const add = (who: "Anna" | "Ben", n: number): Step => ({ who, does: "coding-added", n });
  await does(project, add("Ben", 1), 1);
  await does(project, { who: "Ben", does: "memo-written", n: 1 }, 2);
  await does(project, add("Anna", 2), 3);
  const bens = idOf("Ben coding 1");
  const forAnna = async () => (await everythingFor(project)).join("\n");
  expect(await forAnna()).not.toContain(bens);
  expect((await ask("Anna", `/${project}/release`, {})).status).toBe(404);
  expect((await ask("Otto", `/${project}/release`, {})).status).toBe(204);
  expect(await forAnna()).toContain(bens);
  expect(await forAnna()).toContain("secret of Ben");
  for (const roles of [new Map([["demo", "viewer"]] as const), new Map<string, StudyRole>()]) {
    const who = { ...exampleOwner, isAdministrator: true, roles };
    const { app } = exampleApi(store, {
      codebooks: [codebook],
      accounts: exampleAccounts(store, who),
    });
    for (const path of ["", `/${project}`, `/${project}/events`, `/${project}/project.zip`])
      expect((await app.request(`/api/studies/demo/coding${path}`)).status).toBe(404);
  }
});
