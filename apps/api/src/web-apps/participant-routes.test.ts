import { brotliDecompressSync } from "node:zlib";
import { openStore, type Store } from "@mehrwert/store";
import { consentHash } from "@mehrwert/study";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleStudy, exampleWebApps, valueDrivers } from "../example/example-api.ts";

let store: Store;
let drop: () => Promise<void>;
const { webApps, remove } = exampleWebApps();
const attack = `"'><img src=x onerror=alert(1)><script>alert(2)</script>&amp;</template>`;

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  const title = { de: "Was <Netzwerke> geben", en: "What $& <networks> give" };
  await store.createStudy(await exampleStudy({ slug: "fielding", title }));
  await store.createStudy(await exampleStudy({ slug: "closed", status: "closed" }));
  const { informationSheet } = await exampleStudy();
  const hostile = Object.fromEntries(
    Object.keys(informationSheet).map((field) => [field, { de: attack, en: attack }]),
  );
  await store.createStudy(
    await exampleStudy({
      slug: "hostile",
      title: { de: attack, en: attack },
      informationSheet: { ...informationSheet, ...hostile },
    }),
  );
});

afterAll(async () => {
  await store.close();
  await drop();
  remove();
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  exampleApi(store, { webApps }).app.request(path, { headers });
const pageAt = async (path: string, headers: Record<string, string> = {}) =>
  (await ask(path, headers)).text();

describe("the participant's page", () => {
  test("holds everything to read and to decide, in the language asked for", async () => {
    const german = await pageAt("/s/fielding", { "accept-language": "de" });
    expect(german).toContain('<html lang="de">');
    expect(german).toContain("<title>Was &lt;Netzwerke&gt; geben</title>");
    expect(german).toContain('<h1 tabindex="-1">Was &lt;Netzwerke&gt; geben</h1>');
    expect(german).toContain("Der Fragebogen selbst braucht JavaScript");
    expect(german).toContain("Kontakt zum Datenschutz");
    const english = await pageAt("/s/fielding?lang=en", { "accept-language": "de" });
    expect(english).toContain('<html lang="en">');
    expect(english).toContain("<title>What $&amp; &lt;networks&gt; give</title>");
    expect(english).toContain("Data protection contact");
    const { pages, mehrwert } = valueDrivers();
    const questions = pages.flatMap(({ elements }) => elements);
    const consent = questions.find(({ name }) => name === mehrwert.consent.question);
    expect(english).toContain(consent?.title.en);
    expect(english.match(/<input type="radio" name="consent"/g)).toHaveLength(2);
    expect(english).not.toContain("checked");
  });

  test("links to itself in both languages and says which one it is in", async () => {
    const german = await pageAt("/s/fielding?lang=de");
    expect(german).toContain('href="?lang=de" lang="de" hreflang="de" aria-current="true"');
    expect(german).toContain('href="?lang=en" lang="en" hreflang="en">English');
  });

  test("names the definition and the information that the decision is about, and runs no script of its own", async () => {
    const page = await pageAt("/s/fielding");
    expect(page).toContain(`data-definition-hash="${(await exampleStudy()).definitionHash}"`);
    const informed = await consentHash(await exampleStudy(), valueDrivers());
    expect(page).toContain(`data-consent-hash="${informed}"`);
    expect(page).not.toContain("<script>");
  });

  test("shows texts of the study as text, whatever they hold", async () => {
    const page = await pageAt("/s/hostile?lang=de");
    expect(page).not.toContain("<img");
    expect(page).not.toContain("<script");
    expect(page.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)?.length).toBe(17);
  });

  test("of a study that has ended says so and asks nothing", async () => {
    const reply = await ask("/s/closed?lang=de");
    expect(reply.status).toBe(200);
    const page = await reply.text();
    expect(page).toContain("Diese Befragung ist beendet");
    expect(page).not.toContain("<form");
  });

  test("comes compressed, is kept by nobody and depends on language and encoding", async () => {
    const reply = await ask("/s/fielding?lang=de", { "accept-encoding": "gzip, br" });
    expect(reply.headers.get("content-encoding")).toBe("br");
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(reply.headers.get("vary")).toBe("accept-encoding, accept-language");
    expect(reply.headers.get("content-security-policy")).toContain("script-src 'self';");
    const bytes = await reply.arrayBuffer();
    expect(bytes.byteLength).toBeLessThan(8_000);
    expect(brotliDecompressSync(bytes).toString()).toContain("Was &lt;Netzwerke&gt; geben");
  });

  test.each(["nowhere", "FIELDING", "a%00b", "..%2f..%2fsecret.txt"])(
    "is a page with a 404 for the study %s",
    async (slug) => {
      const reply = await ask(`/s/${slug}`, { "accept-language": "de" });
      expect(reply.status).toBe(404);
      const page = await reply.text();
      expect(page).toContain("<title>Diese Befragung gibt es nicht</title>");
      expect(page).toContain("Bitte prüfen Sie den Link");
    },
  );

  test("says that the server cannot tell while its database is away, and the log knows why", async () => {
    const gone = { ...store, study: () => Promise.reject(new Error("no database")) };
    const { app, logLines } = exampleApi(gone, { webApps });
    const reply = await app.request("/s/fielding?lang=de");
    expect(reply.status).toBe(500);
    expect(await reply.text()).toContain("Die Befragung ist gerade nicht erreichbar");
    expect(logLines.join("")).toContain('"failure"');
  });

  test("is found with a slash at the end, too", async () => {
    const reply = await ask("/s/fielding/");
    expect([reply.status, reply.headers.get("location")]).toEqual([302, "/s/fielding"]);
  });

  test("is a 503 while the app is not built", async () => {
    const reply = await exampleApi(store).app.request("/s/fielding");
    expect(reply.status).toBe(503);
  });
});
