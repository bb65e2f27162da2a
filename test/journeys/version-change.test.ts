import {
  definitionHash,
  demoStudy,
  type Instrument,
  missingReasons,
  parseDataset,
} from "@mehrwert/study";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { firstVersion, secondVersion } from "../fixtures/version-instruments.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();

/** A program on this computer asks the server. */
async function ask(method: string, path: string, body?: object): Promise<Response> {
  return journey.server.ask(`/api/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A researcher writes a draft and publishes it at its version. */
async function publishes(instrument: Instrument): Promise<void> {
  const { slug, version } = instrument.mehrwert;
  const json = JSON.stringify(instrument);
  const saved = await ask("PUT", `library/${slug}/draft`, { json, revision: 0 });
  const { revision, issues } = await saved.json();
  expect(issues.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([]);
  const published = await ask("POST", `library/${slug}/publish`, { version, revision });
  expect(published.status).toBe(201);
}

const participant = async () => new Participant(await journey.newPage(), journey.server.url);

/** The dataset as an analyst gets it, read back from its files. */
async function dataset() {
  const reply = await ask("GET", "studies/notes/dataset.zip");
  const files = Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer())));
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const texts = new Map(files.map(([name, bytes]) => [name, decoder.decode(bytes)]));
  const parsed = await parseDataset(texts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

test("a version published midway: who began finishes the old one, and the data say who was asked what", async () => {
  await publishes(firstVersion);
  const study = {
    ...demoStudy(firstVersion, await definitionHash(firstVersion)),
    slug: "notes",
    isSimulated: false,
  };
  await journey.server.store.createStudy(study, firstVersion);
  await journey.server.owns("notes");

  const early = await participant();
  await early
    .opens("notes")
    .consents()
    .answers({
      member: "yes",
      rhythm: "weekly",
      benefits: { "benefit-1": 3, "benefit-2": 1 },
      remark: "vorher fertig",
    })
    .submits();

  const begun = await participant();
  await begun.opens("notes").consents().answers({ member: "refused" }).goesOn().done();

  await publishes(secondVersion);
  const difference = await ask("GET", "library/network-notes/difference?from=1.0.0&to=1.1.0");
  const { changes, smallestVersion } = await difference.json();
  expect(smallestVersion).toBe("1.1.0");
  expect(changes.map(({ kind, place }: (typeof changes)[number]) => [kind, place.de])).toEqual([
    ["removed", "Frage „benefits“, Item „benefit-2“"],
    ["added", "Frage „benefits“, Item „benefit-3“"],
  ]);
  const fielded = await ask("POST", "studies/notes/instrument-version", { version: "1.1.0" });
  expect(fielded.status).toBe(200);

  await begun.reloads().done();
  await begun.page.getByText("Wir teilen einen Raum.").first().waitFor();
  expect(await begun.page.getByText("Wir teilen Vorlagen.").count()).toBe(0);
  await begun.answers({ benefits: { "benefit-2": "dk" }, remark: "zwischendurch" }).submits();
  const renewed = begun.page.waitForResponse(/\/api\/instruments\/network-notes\/1\.1\.0$/);
  await begun.page.locator(".thanks-next .mw-button").click();
  await renewed;
  await begun.consents().goesOn().done();
  await begun.page.getByText("Wir teilen Vorlagen.").first().waitFor();

  const fresh = await participant();
  await fresh
    .opens("notes")
    .consents()
    .answers({ member: "no", benefits: { "benefit-3": 2 }, remark: "neu dabei" })
    .submits();

  const leaving = await participant();
  await leaving.opens("notes").consents().answers({ member: "yes" }).endsEarly();

  const { columns, dictionary } = await dataset();
  const remarks = columns.get("remark") ?? [];
  const cells = (remark: string) => {
    const at = remarks.indexOf(remark);
    expect(at).toBeGreaterThanOrEqual(0);
    return ["member", "rhythm", "benefit-1", "benefit-2", "benefit-3"].map(
      (name) => columns.get(name)?.[at],
    );
  };
  const missing = missingReasons;
  expect(cells("vorher fertig")).toEqual(["yes", "weekly", "3", "1", missing["not-in-version"]]);
  expect(cells("zwischendurch")).toEqual([
    missing.refused,
    missing["not-shown"],
    missing.skipped,
    missing.dk,
    missing["not-in-version"],
  ]);
  expect(cells("neu dabei")).toEqual([
    "no",
    missing["not-shown"],
    missing.skipped,
    missing["not-in-version"],
    "2",
  ]);
  expect(cells(missing["not-reached"])).toEqual([
    "yes",
    missing.skipped,
    missing["not-reached"],
    missing["not-in-version"],
    missing["not-reached"],
  ]);

  const versions = (name: string) =>
    dictionary.variables.find((variable) => variable.name === name)?.versions;
  expect([versions("benefit-1"), versions("benefit-2"), versions("benefit-3")]).toEqual([
    ["1.0.0", "1.1.0"],
    ["1.0.0"],
    ["1.1.0"],
  ]);
});
