import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const cwd = mkdtempSync(join(tmpdir(), "mehrwert-field-"));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
writeFileSync(
  join(cwd, "people.csv"),
  "E-Mail;Name\na@example.org;Ada\nA@example.org;Ada\nnonsense\u001b[2J;B\n",
);

type Asked = { url: string; method: string; body: unknown };

async function run(line: string, ...replies: Response[]) {
  const written = { stdout: "", stderr: "" };
  const asked: Asked[] = [];
  const exitCode = await runCommandLine(line.split(" "), {
    env: {},
    cwd,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    fetch: async (url, init) => {
      const body = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
      asked.push({ url: String(url), method: init?.method ?? "GET", body });
      return replies.shift() ?? new Response(undefined, { status: 500 });
    },
    now: () => new Date(),
    softwareVersion: "0.1.0",
  });
  return { exitCode, asked, ...written };
}

test("invite checks a list and asks no server until --send says so", async () => {
  const checked = await run("invite people.csv --study pulse --lang en");
  expect(checked).toMatchObject({ exitCode: 0, asked: [] });
  expect(checked.stdout).toBe(
    "1 addresses (UTF-8, ;, with a heading), 2 rows left out\n" +
      "  row 3: A@example.org Ada\n    This address stands in row 2 already. It is invited once.\n" +
      "  row 4: nonsense [2J B\n    The address lacks the “@”. Write it like name@example.org.\n" +
      "Nobody was invited. With --send the mails leave.\n",
  );
  const sent = await run(
    "invite people.csv --study pulse --send --lang de",
    Response.json({ invited: 1, alreadyInvited: [] }, { status: 201 }),
  );
  expect(sent.asked).toEqual([
    {
      url: "http://127.0.0.1:8080/api/studies/pulse/invitations?lang=de",
      method: "POST",
      body: { invitees: [{ address: "a@example.org", name: "Ada" }] },
    },
  ]);
  expect(sent.stdout).toContain("1 eingeladen, 0 waren es schon.");
});

test("remind names the round it looked at when it sends, and says why there can be none", async () => {
  const looked = await run("remind --study pulse --lang en", Response.json({ round: 2 }));
  expect(looked.stdout).toBe("Round 2 can be sent, with --send.\n");
  const sent = await run(
    "remind --study pulse --send --everybody --lang en",
    Response.json({ round: 2, people: 30 }),
    Response.json({ reminded: 30 }, { status: 201 }),
  );
  expect(sent.asked[1]).toMatchObject({ method: "POST", body: { round: 2, to: "everybody" } });
  expect(sent.stdout).toBe("30 people are reminded.\n");
  const held = await run(
    "remind --study pulse --send --lang de",
    Response.json({ round: 1, obstacle: "too-few-begun" }),
  );
  expect(held).toMatchObject({ exitCode: 1, stdout: "" });
  expect(held.asked).toHaveLength(1);
  expect(held.stderr).toContain("zu wenige begonnen");
});

const progress = {
  ...{ wave: 1, isStepped: true, step: 5, invited: 40, e: 1, days: [] },
  figures: {
    begun: 20,
    complete: 15,
    partial: 5,
    lastPages: [],
    units: [{ unit: "Nord", invited: 20, begun: 10 }],
    visits: {
      ...{ responses: 20, medianMinutes: 7.5 },
      devices: [
        { device: "phone-or-tablet", responses: 12 },
        { device: "computer", responses: 8 },
      ],
    },
  },
  rates: { rr1: 0.375, rr2: 0.5, rr3: 0.375, rr4: 0.5, rr5: 0.75, rr6: 1 },
};

test("progress prints figures and rates as the language writes them, and JSON for programs", async () => {
  const { stdout } = await run("progress --study pulse --lang de", Response.json(progress));
  expect(stdout).toContain("40 eingeladen, 20 begonnen, 15 vollständig, 5 vorzeitig abgesendet");
  expect(stdout).toContain("RR1  37,5 %");
  expect(stdout).toContain("Nord  10 / 20");
  expect(stdout).toContain(
    "(Median) in Minuten; Geräte, nur gezählt\n  7,5\n  Telefon oder Tablet  12\n",
  );
  const json = await run("progress --study pulse --json", Response.json(progress));
  expect(JSON.parse(json.stdout)).toEqual(progress);
});

test("a refusal is told in the server's words, an unknown study and a server of another version in ours", async () => {
  const problem = {
    ...{ type: "/problems/invalid", title: "Input not allowed", status: 422 },
    errors: [
      { pointer: "#", detail: "This study admits nobody any more.", advice: "Invite earlier." },
    ],
  };
  const refused = await run(
    "invite people.csv --study pulse --send --lang en",
    Response.json(problem, { status: 422 }),
  );
  expect(refused).toMatchObject({ exitCode: 1 });
  expect(refused.stderr).toContain("This study admits nobody any more. Invite earlier.");
  const unknown = await run(
    "progress --study nobody --lang en",
    Response.json({}, { status: 404 }),
  );
  expect(unknown.stderr).toContain('no study "nobody"');
  const other = await run("progress --study pulse --lang en", Response.json({ count: 3 }));
  expect(other.stderr).toContain("same version");
});
