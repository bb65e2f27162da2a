import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { seededRandom } from "@mehrwert/analysis";
import { projectFolder } from "@mehrwert/api";
import { simulateAnswers } from "@mehrwert/study";
import { afterAll, expect, test } from "vitest";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();
const folder = mkdtempSync(join(tmpdir(), "mehrwert-one-response-"));
afterAll(() => rmSync(folder, { recursive: true }));

let token = "";

async function mehrwert(...words: string[]): Promise<string> {
  const command = ["--import", "tsx", "analysis/src/cli/main.ts", ...words];
  const env = { ...process.env, MEHRWERT_TOKEN: token };
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    cwd: projectFolder,
    env,
  });
  return stdout;
}

test("a participant puts joint results third, and the third place reaches the ranking table", async () => {
  const { study, store, instrument, url } = journey.server;
  const ranking = instrument.mehrwert.rankings.find(({ question }) => question === "value-drivers");
  expect(ranking?.names["vd-5"]).toBe("joint-results");
  const random = seededRandom(1);
  for (let other = 0; other < 40; other++) {
    const { slug, wave, instrumentSlug, instrumentVersion, definitionHash } = study;
    const frame = { id: crypto.randomUUID(), wave, instrumentSlug, instrumentVersion };
    const said = simulateAnswers(instrument, random);
    await store.saveSurveyResponse(slug, { ...frame, definitionHash, language: "de", ...said });
  }

  const page = await journey.newPage();
  const participant = new Participant(page, url);
  const order = ["vd-1", "vd-2", "vd-5", "vd-3", "vd-4", "vd-6", "vd-8", "vd-7"];
  await participant.opens("demo").consents().answers({ "value-drivers": order }).submits();

  const stored = await store.responses("demo");
  expect(stored).toHaveLength(41);
  const kept = stored.find(({ answers }) => Object.keys(answers).length === 2);
  expect(kept?.answers).toEqual({ consent: "yes", "value-drivers": order });
  expect(kept?.presentation["value-drivers"]?.shown?.toSorted()).toEqual(order.toSorted());
  const { visits } = await store.fieldwork.fieldCounts({ study: "demo", wave: 1, mode: "open" });
  expect(visits).toMatchObject({ responses: 1, medianMinutes: 0 });
  expect(visits?.devices).toContainEqual({ device: "computer", responses: 1 });

  const console = await journey.newConsolePage();
  await console.goto(`${url}/console/studies/demo/results`);
  await console
    .getByRole("row", { name: /Gemeinsame Ergebnisse/ })
    .first()
    .waitFor();

  token = await journey.server.newToken(["study:dataset"], "demo");
  await mehrwert("dataset", "--study", "demo", "--out", folder, "--server", url);
  const [header = "", ...rows] = readFileSync(join(folder, "responses.csv"), "utf8").split("\r\n");
  const cells = rows.find((row) => row.startsWith(kept?.id ?? "none"))?.split(",") ?? [];
  expect(cells[header.split(",").indexOf("vd-5")]).toBe("3");

  const inTerminal = JSON.parse(await mehrwert("rank", folder, "--format", "json"));
  const onPage = await (await journey.server.ask("/api/studies/demo/results")).json();
  const jointResults = ({ item }: { item: string }) => item === "vd-5";
  const { n, meanRank } = onPage.rankings[0].rows.find(jointResults);
  const meanRanks = inTerminal.statistics.filter(
    ({ name }: { name: string }) => name === "mean-rank",
  );
  expect(inTerminal.items.find(jointResults).placed).toBe(n);
  expect(meanRanks.find(jointResults).value).toBe(meanRank);
  expect(await mehrwert("rank", folder, "--lang", "de")).toContain("Gemeinsame Ergebnisse");
});
