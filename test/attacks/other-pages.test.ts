import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testPassword } from "../setup/account.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";

const journey = withServerAndBrowser();

/** A page of somebody else: on another port of this machine, where browsers send strict cookies along. */
let elsewhere: Server;
let origin: string;
beforeAll(async () => {
  elsewhere = createServer((_, reply) => {
    reply.setHeader("content-type", "text/html");
    reply.end("<!doctype html><title>elsewhere</title><h1>elsewhere</h1>");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => elsewhere.once("listening", resolve));
  origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(() => {
  elsewhere.close();
});

/** What somebody signed in could be made to do: address, method, media type, body. */
const forged = () => {
  const { study } = journey.server;
  const invitation = JSON.stringify({ email: "eve@evil.example", isAdministrator: true });
  const password = JSON.stringify({ current: testPassword, password: "eves eigenes gutes wort" });
  const login = JSON.stringify({
    email: journey.server.administrator.email,
    password: testPassword,
  });
  return [
    ["POST", "/api/people/invitations", "text/plain", invitation],
    ["POST", "/api/people/invitations", "application/json", invitation],
    ["POST", "/api/people/invitations", "application/x-www-form-urlencoded", invitation],
    ["PUT", "/api/me/password", "application/json", password],
    ["POST", "/api/sign-out", "text/plain", ""],
    ["POST", "/api/sign-in/password", "text/plain", login],
    ["POST", "/api/sign-in/password", "application/json", login],
    ["POST", `/api/studies/${study.slug}/people`, "text/plain", invitation],
    ["DELETE", "/api/me/sessions/others", "text/plain", ""],
    ["POST", "/api/library/value-drivers/copy", "text/plain", JSON.stringify({ as: "stolen" })],
  ] as const;
};

describe("a page of somebody else", () => {
  test("cannot make a browser that is signed in do anything, sign out, or sign in as somebody else", async () => {
    const { server } = journey;
    const before = await (await server.ask("/api/audit")).json();
    const page = await journey.newConsolePage();
    page.outsideRequests.length = 0;
    for (const host of [server.url, server.url.replace("127.0.0.1", "localhost")])
      for (const [method, path, type, body] of forged()) {
        await page.goto(origin);
        await page.evaluate(
          async ([url, method, type, body]) => {
            const init = {
              method,
              headers: { "content-type": type },
              credentials: "include" as const,
              ...(body && { body }),
            };
            await fetch(url, { ...init, mode: "cors" }).catch(() => undefined);
            if (method === "POST")
              await fetch(url, { ...init, mode: "no-cors", headers: {} }).catch(() => undefined);
          },
          [`${host}${path}`, method, type, body] as const,
        );
        if (method !== "POST") continue;
        const arrived = page.waitForURL(`${host}${path}`);
        await page.evaluate(
          ([action, name]) => {
            const form = document.createElement("form");
            form.method = "post";
            form.enctype = "text/plain";
            form.action = action;
            const input = document.createElement("input");
            input.name = name;
            form.append(input);
            document.body.append(form);
            form.submit();
          },
          [`${host}${path}`, body] as const,
        );
        await arrived;
      }
    page.outsideRequests.length = 0;
    page.pageErrors.length = 0;
    expect(await (await server.ask("/api/audit")).json()).toEqual(before);
    expect((await server.ask("/api/me")).status).toBe(200);
    expect((await server.ask("/api/library/stolen/draft")).status).toBe(404);
  });

  test("can frame neither console nor sign-in page, and opens no window it keeps hold of", async () => {
    const { server } = journey;
    const page = await journey.newConsolePage();
    await page.goto(origin);
    for (const path of ["/console/", "/console/sign-in", "/console/setup", "/s/demo"]) {
      const shown = await page.evaluate(async (address) => {
        const frame = document.createElement("iframe");
        frame.src = address;
        const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
        document.body.append(frame);
        await loaded;
        try {
          return frame.contentDocument?.body.textContent ?? "another origin";
        } catch {
          return "another origin";
        }
      }, `${server.url}${path}`);
      expect(shown, path).toBe("another origin");
      // What the browser shows instead of a page that may not be framed.
      for (const frame of page.frames().slice(1))
        await expect.poll(() => frame.url()).toBe("chrome-error://chromewebdata/");
    }
    const opened = page.context().waitForEvent("page");
    const isCut = page.evaluate(async (address) => {
      const other = window.open(address);
      for (let wait = 0; wait < 100; wait++) {
        if (other === null || other.closed) return true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return false;
    }, `${server.url}/console/sign-in`);
    await opened;
    expect(await isCut).toBe(true);
    page.outsideRequests.length = 0;
    page.pageErrors.length = 0;
  });

  test.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/console//evil.example",
    "/console/../../evil",
    "javascript:alert(1)",
    "/console/https:evil.example",
    "http:evil.example",
  ])("is not where signing in leads, whatever the address says: %s", async (back) => {
    const { server } = journey;
    const page = await journey.newPage();
    await page.goto(`${server.url}/console/sign-in?back=${encodeURIComponent(back)}`);
    await page.getByLabel("E-Mail-Adresse").fill(server.administrator.email);
    await page.getByLabel("Passwort", { exact: true }).fill(testPassword);
    await page.getByRole("button", { name: "Anmelden", exact: true }).click();
    await page.getByRole("link", { name: "Mein Konto" }).waitFor();
    expect(new URL(page.url()).origin).toBe(server.url);
    expect(new URL(page.url()).pathname).toMatch(/^\/console\//);
  });

  test("reading changes nothing: no GET writes anything but that it was read", async () => {
    const { server } = journey;
    const description = await (await fetch(`${server.url}/api/openapi.json`)).json();
    const paths = Object.entries<Record<string, unknown>>(description.paths).filter(
      ([, route]) => "get" in route,
    );
    const state = async () => {
      const { accounts } = server.store;
      const roles = await accounts.rolesOf(server.administrator.id);
      const library = await (await server.ask("/api/library")).text();
      return JSON.stringify([
        await server.store.studies(),
        await accounts.people(),
        [...roles],
        library,
      ]);
    };
    const before = await state();
    let asked = 0;
    for (const [path] of paths) {
      const address = path
        .replace("{study}", "demo")
        .replace("{slug}", "value-drivers")
        .replace("{version}", "1.0.0")
        .replace(/{\w+}/g, "x");
      for (const question of ["", "?_method=DELETE&isAdministrator=true&status=closed"])
        asked += (await server.ask(`${address}${question}`)).status === 0 ? 0 : 1;
    }
    expect(asked).toBeGreaterThan(30);
    expect(await state()).toBe(before);
  });
});
