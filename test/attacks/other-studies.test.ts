import { problemSchema } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AttackedServer, startAttackedServer } from "./doors/attacked-server.ts";
import { codingDoors } from "./doors/coding-doors.ts";
import { type Door, doorOf, doors, type Request } from "./doors/doors.ts";
import { knock, type Reply } from "./doors/knock.ts";

let server: AttackedServer;
beforeAll(async () => {
  server = await startAttackedServer();
});
afterAll(() => server.stop());

/** What no study, instrument, version or file is called: some that could be, and some that try something. */
const names = [
  "unknown",
  "0.0.9",
  "OPEN",
  "open%00",
  "open'--",
  "*",
  "%25",
  "..%2f..%2fetc%2fpasswd",
  "__proto__",
  "constructor",
  "9".repeat(500),
];

/** Routes whose address names something, with the name of the place. */
const places = Object.entries(doors).flatMap(([route, door]) =>
  [...route.matchAll(/:(\w+)|\*/g)].map(([place, name]) => ({ route, door, name: name ?? place })),
);

/** Some pages are the same whatever they are asked for: what is shown on them they ask the API for, by its routes. */
const looksNothingUp = (route: string) => /^GET \/(console|preview|pilot)\//.test(route);

async function knocked(route: string, door: Door, request: Request): Promise<Reply> {
  return knock(server.url, route, door, request);
}

test("whatever an address names that does not exist is not found, by every route alike, and changes nothing", async () => {
  let attempts = 0;
  for (const { route, door, name } of places) {
    if (looksNothingUp(route)) continue;
    const honest = await door.honest(server);
    const before = await server.stored();
    const told = new Set<string>();
    // The last is the very placeholder of the route.
    for (const other of [...names, `:${name}`]) {
      // Where something is begun, a name nobody has is what is asked for.
      if (door.makesNew?.({ place: name, name: other })) continue;
      const parameters = { ...honest.parameters, [name]: other };
      const { status, text } = await knocked(route, door, { ...honest, parameters });
      attempts += 1;
      const isRedirect = route === "GET /s/:study/" && status === 302;
      const isRefused = status === 404 || status === 422 || isRedirect;
      expect({ route, other, status, isRefused }).toEqual({
        route,
        other,
        status,
        isRefused: true,
      });
      if (status === 404) told.add(text.replaceAll(/"requestId":"[^"]*"/g, ""));
    }
    // One wording for all: nobody learns which of them is nearer to something that exists.
    if (route.includes(" /api/")) expect({ route, told: told.size }).toMatchObject({ told: 1 });
    expect({ route, stored: await server.stored() }).toEqual({ route, stored: before });
  }
  console.info(`${attempts} addresses of ${places.length} kinds that name nothing: all refused`);
  expect(attempts).toBeGreaterThan(200);
}, 600_000);

/** Routes of a study that take something in, and what they say to what belongs to another study. */
const elsewhere: Record<string, { status: number; says: unknown }> = {
  "POST /api/studies/:study/participation-checks": { status: 200, says: { isFree: false } },
  "POST /api/studies/:study/credentials": { status: 403, says: "/problems/not-admitted" },
  "POST /api/studies/:study/draft-reads": { status: 200, says: { state: "none" } },
  "POST /api/studies/:study/draft-deletions": { status: 200, says: { result: "none" } },
  "POST /api/studies/:study/pilot-openings": { status: 404, says: "/problems/not-found" },
  "POST /api/studies/:study/pilot-responses": { status: 404, says: "/problems/not-found" },
  "POST /api/studies/:study/pilot-comments": { status: 404, says: "/problems/not-found" },
  "POST /api/studies/:study/withdrawals": { status: 200, says: { result: "no-such-code" } },
};

test("what belongs to one study opens nothing in another one of its kind, and is still there for its own", async () => {
  let attempts = 0;
  for (const [route, { status, says }] of Object.entries(elsewhere)) {
    const door = doorOf(route);
    for (let round = 0; round < 5; round += 1) {
      const honest = await door.honest(server);
      const study = `other-${honest.parameters?.study}`;
      const before = await server.stored();
      const reply = await knocked(route, door, { ...honest, parameters: { study } });
      attempts += 1;
      const body: unknown = JSON.parse(reply.text);
      const said = reply.status === 200 ? body : problemSchema.parse(body).type;
      expect({ route, status: reply.status, said }).toEqual({ route, status, said: says });
      expect(await server.stored()).toBe(before);
      expect((await knocked(route, door, honest)).status).toBe(200);
      expect((await server.stored()) === before).toBe(/checks|reads|openings/.test(route));
    }
  }
  console.info(`${attempts} times something of one study was shown to another: nothing was opened`);
});

/** Routes that write under an id its sender names: in another study, the id of somebody's. */
test("under the id of somebody in one study nobody writes or reads through another one", async () => {
  const { store, studies, otherStudies } = server;
  let attempts = 0;
  for (const route of ["draft-saves", "responses"].map((at) => `POST /api/studies/:study/${at}`)) {
    const door = doorOf(route);
    const honest = await door.honest(server);
    expect((await knocked(route, door, honest)).status).toBeLessThan(300);
    const id = Object(honest.body).id;
    const before = {
      draft: await store.responseDraft(studies.open.slug, id),
      responses: (await store.responses(studies.open.slug)).filter((found) => found.id === id),
    };
    const other = await door.honest(server);
    const parameters = { study: otherStudies.open.slug };
    const body = { ...Object(other.body), id };
    const reply = await knocked(route, door, { parameters, body });
    attempts += 1;
    expect([201, 200, 409]).toContain(reply.status);
    const after = {
      draft: await store.responseDraft(studies.open.slug, id),
      responses: (await store.responses(studies.open.slug)).filter((found) => found.id === id),
    };
    expect(after).toEqual(before);
  }
  console.info(
    `${attempts} times somebody wrote under another's id in another study: it stayed as it was`,
  );
});

test("a coding project opens nothing in another study, which says the same as of one that is nowhere", async () => {
  const routes = Object.entries(codingDoors).filter(([route]) => route.includes(":project"));
  for (const [route, door] of routes) {
    const honest = await door.honest(server);
    const before = await server.stored();
    const parameters = { ...honest.parameters, study: server.otherStudies.open.slug };
    const ask = (project: string | undefined) =>
      knocked(route, door, {
        ...honest,
        parameters: { ...parameters, ...(project && { project }) },
      });
    const [elsewhere, nowhere] = [await ask(undefined), await ask("nowhere")];
    const said = ({ status, text }: Reply) => [status, text.replaceAll(/"requestId":"[^"]*"/g, "")];
    expect({ route, said: said(elsewhere) }).toEqual({ route, said: said(nowhere) });
    expect({ route, status: elsewhere.status }).toEqual({ route, status: 404 });
    expect(await server.stored()).toBe(before);
    expect((await knocked(route, door, honest)).status).toBeLessThan(300);
  }
  console.info(`${routes.length} routes of coding projects, asked in another study: not found`);
});

test("the table of what is told elsewhere holds every route of a study that whoever takes part sends something to", () => {
  const writing = ["draft-saves", "responses"].map((at) => `POST /api/studies/:study/${at}`);
  expect([...Object.keys(elsewhere), ...writing].sort()).toEqual(server.studyPosts.participants);
});
