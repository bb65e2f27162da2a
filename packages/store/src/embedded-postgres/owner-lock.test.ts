import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { temporaryFolder } from "../../../../test/setup/database.ts";
import { kill, spawnFixture } from "../../../../test/setup/kept-postgres.ts";
import { takeOwnership } from "./owner-lock.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

test("takeOwnership refuses a folder that this process owns, and names folder and process", () => {
  const lock = takeOwnership(place.folder);
  expect(() => takeOwnership(place.folder)).toThrow(place.folder);
  expect(() => takeOwnership(place.folder)).toThrow(`process ${process.pid}`);
  lock.release();
  takeOwnership(place.folder).release();
});

test("an owner that has ended, whose number a stranger has now, passes the folder on", () => {
  const owners = join(place.folder, "owners");
  mkdirSync(owners);
  writeFileSync(join(owners, "owner.7"), `${process.pid}\nborn earlier`);
  takeOwnership(place.folder);
  expect(readdirSync(owners)).toEqual(["owner.8"]);
});

test("of many processes that find a dead owner at once, exactly one gets the folder", async () => {
  const rounds = 300;
  for (let round = 0; round < rounds; round += 1) {
    const owners = join(place.folder, `data-${round}`, "owners");
    mkdirSync(owners, { recursive: true });
    writeFileSync(join(owners, "owner.1"), `${process.pid}\nborn earlier`);
  }
  const racers = Array.from({ length: 4 }, () =>
    spawnFixture("race-for-folder", [place.folder, String(rounds)]),
  );
  const lines = racers.map((racer) => createInterface({ input: racer.stdout }));
  await Promise.all(lines.map((line) => once(line, "line")));
  const results = Promise.all(lines.map((line) => once(line, "line")));
  writeFileSync(join(place.folder, "go"), "");
  const won = (await results).flatMap(([line]) => String(line).match(/\d+/g) ?? []).map(Number);
  await Promise.all(racers.map(kill));
  expect(won.sort((one, other) => one - other)).toEqual([...Array(rounds).keys()]);
});
