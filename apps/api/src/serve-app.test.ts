import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Hono } from "hono";
import { stream } from "hono/streaming";
import { afterEach, describe, expect, test } from "vitest";
import { securityHeaders } from "./guards/security-headers.ts";
import { PortInUse, type RunningServer, serveApp } from "./serve-app.ts";

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function serve(app: Hono): Promise<RunningServer> {
  const server = await serveApp({ app, port: 0, host: "127.0.0.1" });
  running.push(server);
  return server;
}

/** Sends bytes as they are and returns everything that comes back until the connection ends. */
function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString();
    });
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

describe("serveApp", () => {
  test("says where it listens", async () => {
    const { url } = await serve(new Hono().get("/", (c) => c.text("here")));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(url)).text()).toBe("here");
  });

  test("throws PortInUse with the port if another program listens there", async () => {
    const { url } = await serve(new Hono());
    const port = Number(new URL(url).port);
    const second = serveApp({ app: new Hono(), port, host: "127.0.0.1" });
    await expect(second).rejects.toBeInstanceOf(PortInUse);
    await expect(second).rejects.toMatchObject({ port });
  });

  test("close finishes what is in flight, answers once more who was connected, and accepts nobody new", async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const app = new Hono()
      .get("/fast", (c) => c.text("fast"))
      .get("/slow", async (c) => {
        await held;
        return c.text("done");
      })
      .get("/begun", (c) =>
        stream(c, async (reply) => {
          await reply.write("do");
          await held;
          await reply.write("ne");
        }),
      );
    const server = await serve(app);
    await (await fetch(`${server.url}/fast`)).text();
    const inFlight = [fetch(`${server.url}/slow`), fetch(`${server.url}/begun`)];
    await wait(50);
    let isClosed = false;
    const closed = server.close().then(() => {
      isClosed = true;
    });
    const late = await fetch(`${server.url}/fast`);
    expect([late.status, late.headers.get("connection")]).toEqual([200, "close"]);
    await expect(raw(server.url, "GET /fast HTTP/1.1\r\n\r\n")).rejects.toMatchObject({
      code: "ECONNREFUSED",
    });
    expect(isClosed).toBe(false);
    const startedMs = performance.now();
    finish();
    for (const reply of inFlight) expect(await (await reply).text()).toBe("done");
    await closed;
    expect(performance.now() - startedMs).toBeLessThan(1000);
    running.splice(0);
  });

  test("close waits for nobody who never finishes a request", async () => {
    const server = await serve(new Hono().post("/", async (c) => c.text(await c.req.text())));
    const { hostname, port } = new URL(server.url);
    const slow = connect(Number(port), hostname, () =>
      slow.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nslow"),
    );
    const isCutOff = new Promise((resolve) => slow.once("close", resolve));
    await wait(50);
    const startedMs = performance.now();
    await server.close();
    expect(performance.now() - startedMs).toBeLessThan(9_000);
    await isCutOff;
    running.splice(0);
  }, 20_000);

  test.each([
    ["a Host that is none", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", "400"],
    ["what is not HTTP", "hello\r\n\r\n", "400"],
    [
      "headers of 20 kB",
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(20_000)}\r\n\r\n`,
      "431",
    ],
  ])("refuses %s with the security headers", async (_, text, status) => {
    const { url } = await serve(new Hono().get("/", (c) => c.text("here")));
    const reply = await raw(url, text);
    expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(reply.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
    }
  });
});
