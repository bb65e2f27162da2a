import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-study-command-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Asked = { method: string; url: string; body: unknown };

/** Runs a command against a server that replies one thing after the other. */
async function run(words: string[], ...replies: Response[]) {
  const written = { stdout: "", stderr: "" };
  const asked: Asked[] = [];
  const exitCode = await runCommandLine([...words, "--lang", "en"], {
    env: {},
    cwd: folder,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    fetch: async (url, { method = "GET", body } = {}) => {
      const sent = typeof body === "string" ? JSON.parse(body) : body;
      asked.push({
        method,
        url: String(url).replace("http://127.0.0.1:8080/api/", ""),
        body: sent,
      });
      return replies.shift() ?? new Response(null, { status: 500 });
    },
    now: () => new Date(),
    softwareVersion: "0.1.0",
  });
  return { exitCode, ...written, asked };
}

const study = { slug: "pulse", title: { de: "Puls", en: "Pulse" }, status: "planned", wave: 1 };
const reply = (changes: object = {}) =>
  Response.json({ study: { ...study, ...changes }, revision: 0, more: "is ignored" });

test("study list prints short name, stage, wave and name", async () => {
  const { stdout, exitCode } = await run(
    ["study", "list"],
    Response.json([study, { ...study, slug: "demo", status: "fielding", wave: 2 }]),
  );
  expect(exitCode).toBe(0);
  expect(stdout).toBe("pulse  being planned, wave 1  Pulse\ndemo  in the field, wave 2  Pulse\n");
});

test("study create sets up a study and saves the plan that a file holds", async () => {
  const plan = { retentionDate: "2027-12-31", waves: [{ until: "2027-01-31" }] };
  await writeFile(join(folder, "plan.json"), JSON.stringify(plan));
  const titles = ["--title-de", "Puls", "--title-en", "Pulse"];
  const words = ["study", "create", "pulse", "--instrument", "cop-pulse/1.0.0", ...titles];
  const { asked, stdout, exitCode } = await run(
    [...words, "--plan", "plan.json"],
    reply(),
    reply(),
  );
  expect(exitCode).toBe(0);
  const instrument = { slug: "cop-pulse", version: "1.0.0" };
  expect(asked).toEqual([
    {
      ...{ method: "POST", url: "studies?lang=en" },
      body: { slug: "pulse", mode: "anonymous", title: study.title, instrument },
    },
    {
      ...{ method: "PATCH", url: "studies/pulse/plan?lang=en" },
      body: { revision: 0, changes: plan },
    },
  ]);
  expect(stdout).toContain("study open pulse");
});

test("study create sends nothing where the file is no plan, or the instrument has no version", async () => {
  await writeFile(join(folder, "wrong.json"), JSON.stringify({ minimumGroupSize: 2 }));
  const titles = ["--title-de", "Puls", "--title-en", "Pulse"];
  const wrong = await run(
    [
      "study",
      "create",
      "pulse",
      "--instrument",
      "cop-pulse/1.0.0",
      ...titles,
      "--plan",
      "wrong.json",
    ],
    reply(),
  );
  expect(wrong).toMatchObject({ exitCode: 1, asked: [] });
  expect(wrong.stderr).toContain("wrong.json#/minimumGroupSize");
  const bare = await run(
    ["study", "create", "pulse", "--instrument", "cop-pulse", ...titles],
    reply(),
  );
  expect(bare).toMatchObject({ exitCode: 2, asked: [] });
});

test("study open opens the wave that the checklist names, and says what is missing", async () => {
  const opened = await run(
    ["study", "open", "pulse"],
    Response.json({ waveToOpen: 2, items: [] }),
    reply({ status: "fielding", wave: 2 }),
  );
  expect(opened.asked.at(-1)).toEqual({
    ...{ method: "POST", url: "studies/pulse/open?lang=en", body: { wave: 2 } },
  });
  expect(opened.stdout).toBe("pulse  in the field, wave 2  Pulse\n");
  const errors = [
    { pointer: "#/retentionDate", detail: "It is not settled.", advice: "Choose a day." },
  ];
  const problem = { type: "/problems/not-ready", title: "Not ready yet", status: 409, errors };
  const refused = await run(
    ["study", "open", "pulse", "--wave", "1"],
    Response.json(problem, { status: 409 }),
  );
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toBe(
    "Not ready yet.\n  #/retentionDate: It is not settled. Choose a day.\n",
  );
});

test("study close closes, or lets finish; study freeze prints checksums", async () => {
  const closed = await run(["study", "close", "pulse"], reply({ status: "closed" }));
  expect(closed.asked).toMatchObject([{ method: "POST", url: "studies/pulse/close?lang=en" }]);
  const finished = await run(
    ["study", "close", "pulse", "--finish"],
    reply({ status: "finishing" }),
  );
  expect(finished.asked).toMatchObject([{ url: "studies/pulse/finish?lang=en" }]);
  const sha256 = "a".repeat(64);
  const frozen = { wave: 1, day: "2026-11-28", responses: 1234, sha256, isKept: false };
  const { stdout } = await run(["study", "freeze", "pulse"], Response.json([frozen]));
  expect(stdout).toBe(`${sha256}  wave 1, 2026-11-28, 1,234 responses, file deleted\n`);
});

test("study export writes a new file for its owner alone, and study import sends it", async () => {
  const bytes = new Uint8Array([80, 75, 3, 4]);
  const words = ["study", "export", "pulse", "--out", "pulse.zip"];
  const { stdout, asked } = await run([...words, "--invitations"], new Response(bytes));
  expect(asked).toMatchObject([{ url: "studies/pulse/hand-over.zip?invitations=yes&lang=en" }]);
  expect(stdout).toContain("can read all answers");
  expect(new Uint8Array(await readFile(join(folder, "pulse.zip")))).toEqual(bytes);
  expect((await stat(join(folder, "pulse.zip"))).mode & 0o777).toBe(0o600);
  expect(await run(words, new Response(bytes))).toMatchObject({ exitCode: 1 });
  const taken = await run(["study", "import", "pulse.zip"], reply({ status: "closed" }));
  expect(taken.asked).toMatchObject([{ method: "POST", url: "hand-overs?lang=en" }]);
  expect(taken.stdout).toBe("pulse  closed, wave 1  Pulse\n");
  expect(await run(["study", "import", "nothing.zip"], reply())).toMatchObject({
    exitCode: 1,
    asked: [],
  });
});

test("a reply of another shape ends the command in one sentence", async () => {
  const { exitCode, stderr } = await run(["study", "list"], Response.json({ studies: [] }));
  expect(exitCode).toBe(1);
  expect(stderr).toContain("something else than expected");
});
