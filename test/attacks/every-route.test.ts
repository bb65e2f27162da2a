import { afterAll, beforeAll, expect, test } from "vitest";
import { askedElsewhere } from "./doors/account-doors.ts";
import { type AttackedServer, startAttackedServer } from "./doors/attacked-server.ts";
import { doors } from "./doors/doors.ts";
import { knock } from "./doors/knock.ts";

let server: AttackedServer;
beforeAll(async () => {
  server = await startAttackedServer();
});
afterAll(() => server.stop());

test("every route of the server has a row in the table of what is attacked, and no row has no route", () => {
  expect([...Object.keys(doors), ...askedElsewhere].sort()).toEqual(server.routes);
});

test("each of them says yes to an honest request: what an attack is refused for is the attack", {
  timeout: 300_000,
}, async () => {
  for (const [route, door] of Object.entries(doors)) {
    const { status, text } = await knock(server.url, route, door, await door.honest(server));
    expect({ route, status, text: status < 400 ? "" : text }).toEqual({ route, status, text: "" });
  }
  console.info(`${server.routes.length} routes, each with an honest request`);
});
