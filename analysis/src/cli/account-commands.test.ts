import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AuditEntry, auditHash, auditStart } from "@mehrwert/study";
import { afterAll, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "mehrwert-account-commands-"));
afterAll(() => rmSync(folder, { recursive: true }));
const token = `mw_${"a".repeat(43)}`;

async function run(
  words: string[],
  { env = {}, typed = "", reply = () => Response.json({ name: "Ada" }) } = {} as {
    env?: Record<string, string>;
    typed?: string;
    reply?: () => Response;
  },
) {
  const written = { stdout: "", stderr: "", sent: [] as (string | null)[] };
  const exitCode = await runCommandLine([...words, "--lang", "en"], {
    env: { XDG_CONFIG_HOME: folder, ...env },
    cwd: folder,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    fetch: async (_, init) => {
      written.sent.push(new Headers(init?.headers).get("authorization"));
      return reply();
    },
    readLine: async () => typed,
    now: () => new Date(),
    softwareVersion: "0.1.0",
  });
  return { exitCode, ...written };
}

test("login keeps a token that the server accepts, for its owner's eyes only, and later commands send it there alone", async () => {
  const none = await run(["feedback"], { reply: () => new Response("{}", { status: 401 }) });
  expect(none).toMatchObject({ exitCode: 1, sent: [null] });
  expect(none.stderr).toContain("mehrwert login");
  const done = await run(["login", "--server", "http://127.0.0.1:8080"], { typed: `${token}\n` });
  expect(done).toMatchObject({ exitCode: 0, sent: [`Bearer ${token}`] });
  expect(done.stdout).toContain("as Ada");
  const file = join(folder, "mehrwert", "tokens.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ "http://127.0.0.1:8080": token });
  const list = () => Response.json({ feedback: [] });
  expect((await run(["feedback"], { reply: list })).sent).toEqual([`Bearer ${token}`]);
  const elsewhere = ["feedback", "--server", "http://127.0.0.1:9090"];
  expect((await run(elsewhere, { reply: list })).sent).toEqual([null]);
});

test.each([
  ["what is no token", "hunter2", () => Response.json({ name: "Ada" })],
  ["a token the server refuses", `mw_${"b".repeat(43)}`, () => new Response("{}", { status: 401 })],
])("login refuses %s and keeps nothing of it", async (_, typed, reply) => {
  const refused = await run(["login"], { typed, reply });
  expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
  expect(refused.stderr).not.toContain(typed);
  expect(readFileSync(join(folder, "mehrwert", "tokens.json"), "utf8")).not.toContain(typed);
});

async function log(length: number): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (let number = 1; number <= length; number++) {
    const previousHash = entries.at(-1)?.hash ?? auditStart;
    const content = { number, time: "2026-11-28T10:00:00Z", action: "session.begun", previousHash };
    entries.push({ ...content, hash: await auditHash(content) });
  }
  return entries;
}

const written = (name: string, lines: readonly object[]) => {
  writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return name;
};

test("audit check tells an unchanged log from one that was edited, cut short or is something else", async () => {
  const entries = await log(4);
  const file = written("log.jsonl", entries);
  const last = entries[3];
  const heads = written("heads.jsonl", [{ time: last?.time, number: 4, hash: last?.hash }]);
  const fine = await run(["audit", "check", file, "--heads", heads]);
  expect(fine).toMatchObject({
    exitCode: 0,
    stdout: "4 entries, against 1 kept heads: unchanged\n",
  });
  const edited = entries.map((entry) =>
    entry.number === 2 ? { ...entry, action: "session.ended" } : entry,
  );
  const found = await run(["audit", "check", written("edited.jsonl", edited)]);
  expect(found.exitCode).toBe(1);
  expect(found.stderr).toContain("Entry 2: the content does not fit its hash");
  const cut = written("cut.jsonl", entries.slice(0, 2));
  expect((await run(["audit", "check", cut])).exitCode).toBe(0);
  const missed = await run(["audit", "check", cut, "--heads", heads]);
  expect(missed.exitCode).toBe(1);
  expect(missed.stderr).toContain("Entry 4: the log reached this far");
  const other = await run(["audit", "check", written("other.jsonl", [{ number: 1 }])]);
  expect(other.stderr).toContain("other.jsonl, line 1");
});
