import { afterAll, beforeAll, expect, test } from "vitest";
import { type AttackedServer, startAttackedServer } from "./doors/attacked-server.ts";
import { type Door, doorOf, doors, otherPlatformFile, type Request } from "./doors/doors.ts";
import { knock, type Reply } from "./doors/knock.ts";

let server: AttackedServer;
beforeAll(async () => {
  server = await startAttackedServer();
});
afterAll(() => server.stop());

/** Everything that every object inherits, by name, with what stands there. */
function inherited(): string {
  const shared = [Object, Array, Function, String, Number, Map, Promise, RegExp];
  return shared
    .flatMap(({ name, prototype }) =>
      Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(
        ([key, { value, get }]) => `${name}.${key} ${String(value ?? get)}`,
      ),
    )
    .join("\n");
}

let attempts = 0;
const untouched = inherited();

async function knocked(route: string, door: Door, request: Request): Promise<Reply> {
  const reply = await knock(server.url, route, door, request);
  attempts += 1;
  expect({ route, isClean: inherited() === untouched }).toEqual({ route, isClean: true });
  expect(Object({}).polluted).toBeUndefined();
  return reply;
}

/** Members of an object, as text, that reach for what all objects share. */
const members = [
  '"__proto__":{"polluted":true}',
  '"__proto__":null',
  '"\\u005f_proto__":{"polluted":true}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"\\u0063onstructor":{"prototype":{"polluted":true}}',
  '"prototype":{"polluted":true}',
];

/** A JSON text with a member more in each of its objects, one after the other. */
function withMember(body: unknown, member: string): string[] {
  const text = JSON.stringify(body);
  const stringsAndOpens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|\{/g)];
  const opens = stringsAndOpens.filter(([found]) => found === "{").map(({ index }) => index + 1);
  return opens.map((at) => {
    const comma = text[at] === "}" ? "" : ",";
    return `${text.slice(0, at)}${member}${comma}${text.slice(at)}`;
  });
}

test("no name that reaches into a prototype is taken, wherever it stands in a JSON body, escaped or not", async () => {
  attempts = 0;
  for (const [route, door] of Object.entries(doors)) {
    if (door.takes !== "json") continue;
    const honest = await door.honest(server);
    const before = await server.stored();
    for (const member of members)
      for (const body of withMember(honest.body, member).slice(0, 12)) {
        const { status } = await knocked(route, door, { ...honest, body });
        expect({ route, member, status }).toEqual({ route, member, status: 422 });
      }
    expect({ route, stored: await server.stored() }).toEqual({ route, stored: before });
  }
  console.info(`${attempts} JSON bodies that reach for prototypes: all refused, prototypes clean`);
}, 600_000);

const asked = ["__proto__", "__proto__[polluted]", "constructor.prototype.polluted", "prototype"];

test("no such name in an address, a query or a form does anything", async () => {
  attempts = 0;
  for (const [route, door] of Object.entries(doors)) {
    for (const name of asked) {
      const honest = await door.honest(server);
      const query = { ...honest.query, [name]: "polluted" };
      const { status } = await knocked(route, door, { ...honest, query });
      const isTwice = route === "POST /api/studies/:study/instrument-version" && status === 409;
      expect({ route, name, isTaken: status < 400 || isTwice }).toMatchObject({ isTaken: true });
      if (door.takes !== "form") continue;
      const body = { ...Object(honest.body), [name]: "polluted" };
      expect((await knocked(route, door, { ...honest, body })).status).toBeLessThan(500);
    }
    for (const key of Object.keys((await door.honest(server)).parameters ?? {})) {
      const honest = await door.honest(server);
      const parameters = { ...honest.parameters, [key]: "__proto__" };
      expect((await knocked(route, door, { ...honest, parameters })).status).toBeLessThan(500);
    }
  }
  console.info(`${attempts} addresses, queries and forms that reach for prototypes: all clean`);
}, 600_000);

/** Files and drafts are text that others have written: what is in them is read, not trusted. */
test("no such name in a file to import or in a draft does anything, and no question is called so", async () => {
  attempts = 0;
  const importing = doorOf("POST /api/library/import");
  const saving = doorOf("PUT /api/library/:slug/draft");
  const questions = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];
  const files = [
    ...members.flatMap((member) => withMember(otherPlatformFile, member)),
    ...questions.map((name) =>
      JSON.stringify({ ...otherPlatformFile, pages: [{ elements: [{ type: "text", name }] }] }),
    ),
  ];
  for (const file of files)
    for (const fileName of ["survey.json", "survey.qsf"]) {
      const { query } = await importing.honest(server);
      const request = { query: { as: query?.as ?? "", fileName }, body: file };
      const imported = await knocked("POST /api/library/import", importing, request);
      expect(imported.status).toBeLessThan(500);
      const draft = await saving.honest(server);
      const body = { json: file, revision: 0 };
      const saved = await knocked("PUT /api/library/:slug/draft", saving, { ...draft, body });
      expect(saved.status).toBe(200);
      const publish = doorOf("POST /api/library/:slug/publish");
      const published = await knocked("POST /api/library/:slug/publish", publish, {
        parameters: draft.parameters ?? {},
        body: { version: "1.0.0", revision: 1 },
      });
      expect({ file, status: published.status }).toEqual({ file, status: 422 });
    }
  console.info(`${attempts} files and drafts that reach for prototypes: prototypes clean`);
}, 600_000);
