import { afterAll, beforeAll, expect, test } from "vitest";
import { type AttackedServer, startAttackedServer } from "./doors/attacked-server.ts";
import { type Door, doors } from "./doors/doors.ts";
import { knock } from "./doors/knock.ts";

let server: AttackedServer;
beforeAll(async () => {
  server = await startAttackedServer();
}, 600_000);
afterAll(() => server.stop());

/** What somebody would like to decide who may not. */
const smuggled = {
  role: "smuggled-admin",
  isAdmin: true,
  study: "smuggled-study",
  study_id: "smuggled-study",
  mode: "smuggled-mode",
  status: "smuggled-status",
  completed: true,
  created_at: "smuggled-1999",
  day: "smuggled-1999",
  participant: "smuggled-participant",
  bodyHash: "smuggled-hash",
  minimumGroupSize: 1,
  isSimulated: true,
  retentionDate: "smuggled-1999",
};

const withBody = (takes: Door["takes"]) =>
  Object.entries(doors).filter(([, door]) => door.takes === takes);

/** Every object in a JSON value, by the way there. */
function objectsIn(value: unknown, way: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...way, key]));
  return Array.isArray(value) ? below : [[...way], ...below];
}

/** A copy with one more entry in the object at the end of the way. */
function smuggledInto(body: unknown, way: readonly string[], key: string, value: unknown): unknown {
  const copy: unknown = structuredClone(body);
  const place = way.reduce<unknown>((at, step) => Object(at)[step], copy);
  Object.assign(Object(place), { [key]: value });
  return copy;
}

test("one entry too many, wherever it is put into a JSON body, and nothing is stored", async () => {
  let attempts = 0;
  for (const [route, door] of withBody("json")) {
    const honest = await door.honest(server);
    const before = await server.stored();
    const keys = Object.entries(smuggled);
    for (const [at, way] of objectsIn(honest.body).entries()) {
      // All of them at the top, and one after the other in what lies below.
      for (const [key, value] of way.length === 0
        ? keys
        : [keys[at % keys.length] ?? ["role", 1]]) {
        const body = smuggledInto(honest.body, way, key, value);
        const { status } = await knock(server.url, route, door, { ...honest, body });
        attempts += 1;
        expect({ route, way, key, status }).toEqual({ route, way, key, status: 422 });
      }
    }
    expect({ route, stored: await server.stored() }).toEqual({ route, stored: before });
    const { status } = await knock(server.url, route, door, honest);
    expect({ route, isTaken: status < 400 }).toEqual({ route, isTaken: true });
  }
  console.info(`${attempts} bodies with an entry too many: all refused, nothing stored`);
  expect(attempts).toBeGreaterThan(withBody("json").length * Object.keys(smuggled).length);
}, 600_000);

test("fields that no form has, and queries that no route asks for, reach nothing that is stored", async () => {
  let attempts = 0;
  for (const [route, door] of Object.entries(doors)) {
    const plain = await knock(server.url, route, door, await door.honest(server));
    const honest = await door.honest(server);
    const body =
      door.takes === "form" ? { ...Object(honest.body), ...strings(smuggled) } : honest.body;
    const query = { ...strings(smuggled), ...honest.query };
    const { status } = await knock(server.url, route, door, { ...honest, query, body });
    attempts += 1;
    const isTwice = route === "POST /api/studies/:study/instrument-version";
    if (!isTwice) expect({ route, status }).toEqual({ route, status: plain.status });
  }
  expect(await server.storedText()).not.toContain("smuggled");
  console.info(`${attempts} requests with fields and queries nobody asks for: as without them`);
}, 600_000);

function strings(of: object): Record<string, string> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, String(value)]));
}
