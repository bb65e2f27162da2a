import { randomBytes, randomUUID } from "node:crypto";
import { seededRandom } from "@mehrwert/analysis";
import { definitionHash, type Instrument, parseInstrument, simulateAnswers } from "@mehrwert/study";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { xssPayloads } from "../fixtures/xss-payloads.ts";
import type { WatchedPage } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { hostileFieldwork } from "./doors/hostile-fieldwork.ts";
import { hostileProject, poisonCoding } from "./hostile-coding.ts";

const journey = withServerAndBrowser();

/** What ran, and what only the security policy kept from running: both count as holes. */
type Watch = { ran: string[]; blocked: string[] };

async function watched(page: Page): Promise<Watch> {
  const watch: Watch = { ran: [], blocked: [] };
  await page.exposeFunction("xss", () => watch.ran.push(page.url()));
  page.on("dialog", async (dialog) => {
    watch.ran.push(`dialog at ${page.url()}`);
    await dialog.dismiss();
  });
  await page.exposeFunction("blocked", (what: string) =>
    watch.blocked.push(`${page.url()} ${what}`),
  );
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      Reflect.get(globalThis, "blocked")(`${violatedDirective} ${blockedURI}`);
    });
  });
  return watch;
}

/** An instrument all of whose texts are payloads, as far as it stays one. */
function hostileInstrument(instrument: Instrument, slug: string): Instrument {
  // One text becomes one payload wherever it stands: a scale and its columns have to agree.
  const places = new Map<string, number>();
  // Instruments refuse braces in their texts.
  const fit = xssPayloads.filter((payload) => !/[{}]/.test(payload));
  const payloadFor = (text: string) => {
    if (!places.has(text)) places.set(text, places.size);
    const place = places.get(text) ?? 0;
    const payload = fit[place % fit.length] ?? "";
    return place < fit.length ? payload : `${payload} ${place}`;
  };
  const poisoned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(poisoned);
    if (typeof value !== "object" || value === null) return value;
    const isText = "de" in value && "en" in value && typeof value.de === "string";
    if (isText) {
      const payload = payloadFor(String(value.de));
      return { ...value, de: payload, en: payload };
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poisoned(inner)]));
  };
  const copy = JSON.parse(JSON.stringify(poisoned(instrument)));
  copy.mehrwert.slug = slug;
  copy.mehrwert.version = "1.0.0";
  const parsed = parseInstrument(copy);
  if (!parsed.ok)
    throw new Error(
      JSON.stringify(parsed.issues.filter(({ severity }) => severity === "error").slice(0, 3)),
    );
  return parsed.value;
}

/** Puts every payload into every text field that exists, through the doors that people use where there are any. */
async function poison(): Promise<void> {
  const { server } = journey;
  const { store, instrument, study, ask } = server;
  const post = (path: string, body: object, method = "POST") =>
    ask(path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const hostile = hostileInstrument(instrument, "hostile");
  const draft = await post(
    "/api/library/hostile/draft",
    { json: JSON.stringify(hostile), revision: 0 },
    "PUT",
  );
  expect(draft.status, await draft.text()).toBe(200);
  const published = await post("/api/library/hostile/publish", { version: "1.0.0", revision: 1 });
  expect(published.status, await published.text()).toBe(201);
  await post("/api/library/hostile/copy", { as: "hostile" });
  const hash = await definitionHash(hostile);
  for (const [at, payload] of xssPayloads.entries()) {
    const slug = `xss-${at}`;
    const texts = Object.fromEntries(
      Object.keys(study.informationSheet).map((key) => [key, { de: payload, en: payload }]),
    );
    const title = { de: payload, en: payload };
    const fields =
      at === 0
        ? { ...study, instrumentSlug: "hostile", instrumentVersion: "1.0.0", definitionHash: hash }
        : study;
    await store.createStudy(
      { ...fields, slug, title, informationSheet: { ...study.informationSheet, ...texts } },
      at === 0 ? hostile : instrument,
    );
    await server.owns(slug);
    const token = randomBytes(32).toString("base64url");
    const link = {
      kind: "invitation",
      email: `p${at}@office.example`,
      isAdministrator: false,
      study: "xss-0",
      role: "viewer",
    } as const;
    await store.accounts.keepOneTimeLink({ token, link, expiresAt: new Date(Date.now() + 60_000) });
    await store.accounts.useOneTimeLink({
      token,
      name: payload,
      email: "",
      passwordHash: "none",
      now: new Date(),
    });
    const issued = await post("/api/me/access-tokens", {
      name: payload.replaceAll("\n", " "),
      rights: ["library:read"],
      days: 1,
    });
    expect(issued.status).toBe(201);
    await store.accounts.keepPasskey({
      id: `passkey${at}`,
      person: server.administrator.id,
      name: payload,
      publicKey: "",
      counter: 0,
      transports: [],
      createdAt: new Date(),
    });
    await store.accounts.appendAuditEntry(
      {
        action: "person.changed",
        person: { id: "x", name: payload },
        study: payload,
        details: { [payload]: payload },
      },
      new Date(),
    );
    await store.saveAccessibilityFeedback({
      barrier: payload,
      place: payload,
      replyTo: payload,
      day: "2026-11-28",
    });
    const said = simulateAnswers(instrument, seededRandom(at));
    const texted = Object.fromEntries(
      instrument.pages
        .flatMap(({ elements }) => elements)
        .filter(({ type }) => type === "comment" || type === "text")
        .filter(({ name }) => name in said.answers || name === "closing-comment")
        .map(({ name }) => [name, payload]),
    );
    const body = {
      id: randomUUID(),
      wave: study.wave,
      instrumentSlug: study.instrumentSlug,
      instrumentVersion: study.instrumentVersion,
      definitionHash: study.definitionHash,
      language: "de",
      ...said,
      answers: { ...said.answers, ...texted },
    };
    const stored = await post("/api/studies/demo/responses", body);
    expect(stored.status, await stored.text()).toBe(201);
  }
  await poisonCoding(server, study.slug);
}

beforeAll(async () => {
  await poison();
  await hostileFieldwork(journey.server, xssPayloads);
}, 300_000);

const hostileAddresses = (path: string) =>
  xssPayloads.map((payload) => `${path}${encodeURIComponent(payload)}`);

const consoleViews = [
  "",
  ...["plan", "pilot", "field", "results", "archive", "people"].map(
    (stage) => `studies/xss-0/${stage}`,
  ),
  "studies/demo/results",
  "studies/xss-30/plan",
  "studies/demo/coding",
  ...["text", "differences", "agreement", "planning"].map(
    (shown) => `studies/demo/coding/${hostileProject}?shown=${shown}`,
  ),
  "library",
  "library/hostile/1.0.0",
  "library/hostile/1.0.0/preview",
  "library/hostile/draft",
  "library/hostile/edit",
  "account",
  "people",
  "audit",
  ...hostileAddresses("library?search=").slice(0, 20),
  ...hostileAddresses("sign-in?failed=").slice(20, 30),
  ...hostileAddresses("sign-in?back=").slice(30, 50),
  ...hostileAddresses("setup#").slice(0, 10),
  ...hostileAddresses("").slice(10, 20),
];

async function settled(page: WatchedPage): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle", { timeout: 120_000 });
  for (const summary of await page.locator("summary").all())
    await summary.click().catch(() => undefined);
}

test("nothing that anybody wrote runs in any view of the console", {
  timeout: 600_000,
}, async () => {
  const page = await journey.newConsolePage();
  const watch = await watched(page);
  for (const view of consoleViews) {
    await page.goto("about:blank");
    await page.goto(`${journey.server.url}/console/${view}`);
    await settled(page);
  }
  await page.goto(`${journey.server.url}/console/people`);
  await settled(page);
  const names = await page.locator("tbody th").allTextContents();
  const verbatim = xssPayloads.filter((payload) => names.includes(payload));
  await page.goto(`${journey.server.url}/console/studies/demo/coding`);
  await settled(page);
  const projects = await page.locator("main a").allTextContents();
  await page.goto(`${journey.server.url}/console/`);
  await settled(page);
  const titles = await page.locator(".study h2").allTextContents();
  process.stdout.write(
    `stored XSS, console: ${xssPayloads.length} payloads, ${consoleViews.length} views, ${watch.ran.length} executions, ${watch.blocked.length} blocked by the policy\n`,
  );
  expect(watch).toEqual({ ran: [], blocked: [] });
  expect(verbatim).toEqual(xssPayloads.filter((payload) => payload.trim() === payload));
  for (const payload of xssPayloads) {
    expect(titles).toContain(payload);
    expect(projects).toContain(payload);
  }
});

test("nothing in mails, lists of people and replies of mail servers runs in the field or on paper", {
  timeout: 600_000,
}, async () => {
  const page = await journey.newConsolePage();
  const watch = await watched(page);
  const shown: string[] = [];
  for (const [at, payload] of xssPayloads.entries()) {
    await page.goto(`${journey.server.url}/console/studies/mailed-${at}/field?language=en`);
    await settled(page);
    await page.getByRole("button", { name: "Preview" }).click();
    await page.locator(".mail-preview").first().waitFor();
    // The title, what a server said of one address, and what it said of all.
    const texts = await page.locator("h1, td small, q").allTextContents();
    if (texts.filter((text) => text.includes(payload.trim())).length >= 3) shown.push(payload);
  }
  const papers = ["poster", "code-sheet"].flatMap((paper) =>
    xssPayloads.map((_, at) => `/api/studies/printed-${at}/${paper}.html`),
  );
  for (const paper of papers) {
    await page.goto(`${journey.server.url}${paper}`);
    await page.locator("svg.qr").first().waitFor();
  }
  process.stdout.write(
    `stored XSS, field: ${xssPayloads.length} payloads, ${xssPayloads.length + papers.length} views, ${watch.ran.length} executions, ${watch.blocked.length} blocked by the policy\n`,
  );
  expect(watch).toEqual({ ran: [], blocked: [] });
  expect(shown).toEqual([...xssPayloads]);
});

test("nothing that an author wrote runs on a participant's page", {
  timeout: 600_000,
}, async () => {
  const page = await journey.newPage();
  const watch = await watched(page);
  const views = [
    ...xssPayloads.map((_, at) => `/s/xss-${at}`),
    "/s/xss-0/withdraw",
    "/preview/hostile/1.0.0",
    "/preview/hostile/1.0.0?lang=en",
    ...hostileAddresses("/s/").slice(0, 10),
    ...hostileAddresses("/accessibility/feedback?page=").slice(0, 10),
    ...hostileAddresses("/problems/").slice(0, 10),
  ];
  for (const view of views) {
    await page.goto(`${journey.server.url}${view}`);
    await page.locator("h1").first().waitFor();
  }
  process.stdout.write(
    `stored XSS, participants: ${views.length} views, ${watch.ran.length} executions, ${watch.blocked.length} blocked by the policy\n`,
  );
  expect(watch).toEqual({ ran: [], blocked: [] });
});

test("this test would notice one payload that runs, and one that only the policy stops", async () => {
  const page = await journey.newPage({ policy: "off" });
  const watch = await watched(page);
  await page.goto(`${journey.server.url}/accessibility`);
  await page.evaluate(() =>
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=xss()>"),
  );
  await expect.poll(() => watch.ran.length).toBe(1);
  const strict = await journey.newPage();
  const guarded = await watched(strict);
  await strict.goto(`${journey.server.url}/accessibility`);
  await strict
    .evaluate(() => {
      const script = document.createElement("div");
      script.setAttribute("onclick", "xss()");
      document.body.append(script);
      script.click();
    })
    .catch(() => undefined);
  await expect.poll(() => guarded.blocked.length).toBeGreaterThan(0);
  expect(guarded.ran).toEqual([]);
});
