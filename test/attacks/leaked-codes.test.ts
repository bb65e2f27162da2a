import { expect, test } from "vitest";
import { Participant } from "../journeys/participant.ts";
import { launchBrowser, newPage } from "../setup/browser.ts";
import { startServer } from "../setup/server.ts";
import { startAttackedServer } from "./doors/attacked-server.ts";
import { doors } from "./doors/doors.ts";
import { knock } from "./doors/knock.ts";

const given = { "network-experience": "member", "value-drivers": ["vd-5", "vd-2"] };

/** Every text that opens something, wherever it stands in a body: codes, hashes, credentials, sealed answers, ids. */
function secretsIn(value: unknown): string[] {
  if (typeof value === "string")
    return /^[0-9a-zA-Z_-]{24,}$/.test(value) ? [value.slice(0, 200)] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(secretsIn);
}

test("whatever is sent to any route, taken or refused, no secret of it stands in the log, a header or an address", async () => {
  const server = await startAttackedServer();
  try {
    const secrets = new Set<string>();
    let requests = 0;
    for (const [route, door] of Object.entries(doors)) {
      if (door.takes === undefined) continue;
      const honest = await door.honest(server);
      const own = secretsIn(honest.body).filter((text) => !/^value-drivers/.test(text));
      const { definitionHash } = server.studies.open;
      for (const secret of own) if (secret !== definitionHash) secrets.add(secret);
      const bodies = [honest.body, honest.body, { ...Object(honest.body), unknown: own[0] }];
      const paths = [honest.query ?? {}, { ...honest.query, token: own[0] ?? "none" }];
      for (const body of bodies)
        for (const query of paths) {
          const { headers } = await knock(server.url, route, door, { ...honest, body, query });
          requests += 1;
          const inHeaders = JSON.stringify([...headers]);
          for (const secret of own) expect(inHeaders).not.toContain(secret);
          // Only signing in gives a cookie.
          if (!route.startsWith("POST /api/sign-in/")) expect(headers.get("set-cookie")).toBeNull();
          expect(headers.get("referrer-policy")).toBe("no-referrer");
        }
    }
    const log = server.log.join("\n");
    const leaked = [...secrets].filter((secret) => log.includes(secret));
    console.info(
      `${requests} requests with ${secrets.size} secrets: ${leaked.length} in ${server.log.length} lines of log`,
    );
    expect(server.log.length).toBeGreaterThanOrEqual(requests);
    expect(secrets.size).toBeGreaterThan(5);
    expect(leaked).toEqual([]);
  } finally {
    await server.stop();
  }
});

test("the code of an invitation leaves the browser in one body only: in no address, header, history, log or other page", async () => {
  const server = await startServer({ mode: "anonymous" });
  const [code = ""] = await server.invite(1);
  const browser = await launchBrowser();
  try {
    const page = await newPage(browser, server.url);
    const requests: { url: string; headers: string; body: string }[] = [];
    page.on("request", (request) =>
      requests.push({
        url: request.url(),
        headers: JSON.stringify(request.headers()),
        body: request.postData() ?? "",
      }),
    );
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    const person = new Participant(page, server.url);
    await person.follows(server.linkWith(code)).consents().answers(given).submits();
    expect(await person.stored(server)).toMatchObject({ answers: given });
    const bare = code.replaceAll("-", "");
    const holds = (text: string) => text.includes(code) || text.includes(bare);
    expect(requests.filter(({ url, headers }) => holds(url) || holds(headers))).toEqual([]);
    const inBody = requests
      .filter(({ body }) => holds(body))
      .map(({ url }) => new URL(url).pathname);
    expect(new Set(inBody)).toEqual(
      new Set(["/api/studies/demo/participation-checks", "/api/studies/demo/credentials"]),
    );
    expect(holds(page.url())).toBe(false);
    expect(holds(said.join("\n"))).toBe(false);
    expect(await page.evaluate(() => document.referrer)).toBe("");
    const outside = requests.filter(({ url }) => !url.startsWith(server.url));
    expect(outside).toEqual([]);
    expect(holds(server.log.join("\n"))).toBe(false);
    console.info(
      `${requests.length} requests of one participant: the code in ${inBody.length} bodies, nowhere else`,
    );
  } finally {
    await browser.close();
    await server.stop();
  }
});
