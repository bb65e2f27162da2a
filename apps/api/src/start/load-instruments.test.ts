import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareVersions, type Instrument, instrumentDifference } from "@mehrwert/study";
import { expect, test } from "vitest";
import { projectFolder } from "./build-web-apps.ts";
import { loadInstruments } from "./load-instruments.ts";

function shipped(): Instrument[] {
  const loaded = loadInstruments(join(projectFolder, "instruments"));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 2));
  return [...loaded.instruments.values()];
}

test("every shipped version has the number that its changes ask for", () => {
  const versions = shipped().sort((a, b) =>
    compareVersions(a.mehrwert.version, b.mehrwert.version),
  );
  const tooSmall = versions.flatMap((instrument, at) => {
    const { slug, version } = instrument.mehrwert;
    const before = versions.slice(0, at).findLast((other) => other.mehrwert.slug === slug);
    const found = before === undefined ? undefined : instrumentDifference(before, instrument);
    return found?.isVersionEnough === false ? [`${slug} ${version}: ${found.smallestVersion}`] : [];
  });
  expect(tooSmall).toEqual([]);
});

test("a folder with a broken file is refused whole, with the places", () => {
  const folder = mkdtempSync(join(tmpdir(), "mehrwert-instruments-"));
  for (const version of ["1.0.0", "1.1.0"]) {
    mkdirSync(join(folder, "broken", version), { recursive: true });
  }
  writeFileSync(join(folder, "broken/1.0.0/instrument.json"), "{");
  const loaded = loadInstruments(folder);
  rmSync(folder, { recursive: true });
  const places = loaded.ok ? [] : loaded.issues.map(({ file }) => file.slice(folder.length));
  expect(places).toEqual(["/broken/1.1.0", "/broken/1.0.0/instrument.json"]);
});
