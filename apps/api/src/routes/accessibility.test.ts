import { openStore, type Store } from "@mehrwert/store";
import { type Language, languages } from "@mehrwert/study";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { noAccessibilityDetails } from "../accessibility-details.ts";
import { exampleApi, exampleStudy, exampleWebApps } from "../example/example-api.ts";
import { problemKinds } from "../problems/problem-kinds.ts";

let store: Store;
let drop: () => Promise<void>;
const { webApps, remove } = exampleWebApps();

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(await exampleStudy({ slug: "running" }));
  await store.createStudy(await exampleStudy({ slug: "over", status: "closed" }));
});
afterAll(async () => {
  remove();
  await store.close();
  await drop();
});
afterEach(() => store.deleteExpiredFeedback("2100-01-01"));

let api: ReturnType<typeof exampleApi>;
beforeEach(() => {
  api = exampleApi(store, { webApps });
});

type Fields = { barrier?: string; place?: string; replyTo?: string };

function send(fields: Fields, { headers = {}, language = "en" as Language, on = api } = {}) {
  return on.app.request(`/accessibility/feedback?lang=${language}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}

async function read(path: string, on = api): Promise<string> {
  return (await on.app.request(path)).text();
}

describe("GET /accessibility", () => {
  test.each(languages)("says what the operator has not filled in, in %s", async (language) => {
    const text = await read(`/accessibility?lang=${language}`);
    expect(text).toContain(`<html lang="${language}">`);
    const missing = { de: "noch nicht ausgefüllt", en: "not yet filled in" };
    expect(text.match(new RegExp(missing[language], "gi"))?.length).toBeGreaterThanOrEqual(4);
    expect(text).toContain("https://www.schlichtungsstelle-bgg.de");
    expect(text).not.toContain("<script");
  });

  test("tells what the operator says about itself, escaped, and then nothing is missing", async () => {
    const both = (text: string) => ({ de: text, en: text });
    const accessibility = {
      ...noAccessibilityDetails,
      responsible: both("Office <b>Street</b> 1"),
      contact: { email: "me@example.org", phone: "+49 1" },
      date: "2026-11-23",
      arbitration: {
        name: both("Body of the Land"),
        address: both("Road 2"),
        email: "",
        url: "https://land.example.org",
      },
      furtherBarriers: [both("Videos lack captions.")],
    };
    const text = await read(
      "/accessibility?lang=en",
      exampleApi(store, { webApps, accessibility }),
    );
    const told = ["Office &lt;b&gt;Street", "mailto:me@example.org", "+49 1", "23 November 2026"];
    const alsoTold = ["Body of the Land", "Road 2", "https://land.example.org", "Videos lack"];
    for (const each of [...told, ...alsoTold]) expect(text).toContain(each);
    expect(text).not.toMatch(/not yet filled in|schlichtungsstelle/i);
  });
});

describe("/accessibility/feedback", () => {
  test("a message is stored with its day and nothing else, and thanked for", async () => {
    const reply = await send({ barrier: " No\r\nfocus ", place: "/s/running", replyTo: "" });
    expect([reply.status, reply.headers.get("location")]).toEqual([
      303,
      "/accessibility/feedback/thanks?lang=en",
    ]);
    expect(await read(reply.headers.get("location") ?? "")).toContain("Thank you for your message");
    expect(await store.accessibilityFeedback()).toEqual([
      { barrier: "No\nfocus", place: "/s/running", day: "2026-12-24" },
    ]);
    expect(reply.headers.get("set-cookie")).toBeNull();
  });

  test("neither the message nor who sent it reaches the log", async () => {
    await send({ barrier: "secret-barrier", place: "secret-place", replyTo: "secret@example.org" });
    await send({ barrier: "", replyTo: "secret@example.org" });
    expect(api.logLines.length).toBeGreaterThan(0);
    expect(api.logLines.join("")).not.toContain("secret");
  });

  test.each(languages)("says what is wrong beside the field and above, in %s", async (language) => {
    const reply = await send({ barrier: " ", replyTo: "x".repeat(301) }, { language });
    const text = await reply.text();
    expect(reply.status).toBe(422);
    const title = { de: "<title>Fehler: Barriere", en: "<title>Error: Report" };
    expect(text).toContain(title[language]);
    for (const field of ["barrier", "replyTo"]) {
      expect(text).toContain(`href="#${field}"`);
      expect(text).toContain(`aria-describedby="${field}-hint ${field}-error" aria-invalid="true"`);
    }
    expect(text).toContain("x".repeat(301));
    const told = {
      de: ["Bitte beschreiben Sie die Barriere.", "höchstens 300 Zeichen."],
      en: ["Please describe the barrier.", "to 300 characters at most."],
    };
    for (const each of told[language]) expect(text.split(each)).toHaveLength(3);
    expect(await store.accessibilityFeedback()).toEqual([]);
  });

  test.each([
    "<script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "&lt;script&gt;",
  ])("shows %s as the text it is", async (payload) => {
    const reply = await send({
      barrier: payload.padEnd(4001, "x"),
      place: payload,
      replyTo: payload,
    });
    const text = await reply.text();
    expect(reply.status).toBe(422);
    expect(text).not.toContain(payload);
    expect(text).not.toMatch(/<script|<img/);
    const link = `/accessibility/feedback?lang=en&page=${encodeURIComponent(payload)}`;
    expect(await read(link)).not.toContain("alert");
  });

  test("the page somebody came from is named, but no page we do not know, no query and no token", async () => {
    const named = async (page: string) => {
      const text = await read(`/accessibility/feedback?page=${encodeURIComponent(page)}`);
      return /name="place"[^>]*value="([^"]*)"/.exec(text)?.[1];
    };
    for (const page of ["/s/running", "/s/running/withdraw", "/console/studies/demo/results"])
      expect(await named(page)).toBe(page);
    for (const page of ["/s/running?t=1", "/s/running#t", "/s/running/token", "//evil", "/x", ""])
      expect(await named(page)).toBe("");
  });

  test("only a form of this server is taken", async () => {
    const elsewhere = await send({ barrier: "x" }, { headers: { "sec-fetch-site": "cross-site" } });
    expect([elsewhere.status, (await elsewhere.json()).type]).toEqual([
      403,
      "/problems/cross-site",
    ]);
    const json = await send({ barrier: "x" }, { headers: { "content-type": "application/json" } });
    expect([json.status, await json.text()]).toEqual([415, expect.stringContaining("not-form")]);
    const large = await send({ barrier: "x".repeat(300_000) });
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining("too-large")]);
    expect(await store.accessibilityFeedback()).toEqual([]);
  });

  test("too many messages a minute are refused, and the text stays in the form", async () => {
    for (let sent = 0; sent < 10; sent += 1)
      expect((await send({ barrier: "x" })).status).toBe(303);
    const reply = await send({ barrier: "the eleventh" });
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(await reply.text()).toContain("\nthe eleventh</textarea>");
    expect(await store.accessibilityFeedback()).toHaveLength(10);
  });

  test("a database that fails costs nobody the text", async () => {
    const failure = Object.assign(new Error("secret-cause"), { code: "ECONNREFUSED" });
    const broken = { ...store, saveAccessibilityFeedback: () => Promise.reject(failure) };
    const on = exampleApi(broken, { webApps });
    const reply = await send({ barrier: "still here" }, { on });
    expect(reply.status).toBe(503);
    expect(await reply.text()).toContain("\nstill here</textarea>");
    expect(on.logLines.join("")).not.toMatch(/secret-cause|still here/);
  });
});

describe("GET /api/accessibility-feedback", () => {
  test("hands everything to those who administer the server", async () => {
    await send({ barrier: "No focus", replyTo: "me" });
    const reply = await api.app.request("/api/accessibility-feedback");
    expect(await reply.json()).toEqual({
      feedback: [{ barrier: "No focus", replyTo: "me", day: "2026-12-24" }],
    });
    expect(reply.headers.get("cache-control")).toBe("no-store");
  });
});

describe("every page the server writes", () => {
  const paths = [
    "/s/running",
    "/s/over",
    "/s/none",
    "/s/running/withdraw",
    "/s/none/withdraw",
    "/accessibility",
    "/accessibility/feedback",
    "/accessibility/feedback/thanks",
    "/accessibility/nowhere",
    "/api/docs",
    ...Object.keys(problemKinds).map((kind) => `/problems/${kind}`),
  ];
  test.each(paths)("%s leads to the statement and to the form", async (path) => {
    const headers = { accept: "text/html" };
    const text = await (await api.app.request(`${path}?lang=de`, { headers })).text();
    expect(text).toMatch(/href="\/accessibility\?lang=de[^"]*">Barrierefreiheit</);
    expect(text).toMatch(/href="\/accessibility\/feedback\?lang=de[^"]*">Barriere melden</);
  });
});
