import { expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

async function run(line: string, reply: () => Response) {
  const written = { stdout: "", stderr: "", url: "" };
  const exitCode = await runCommandLine(line.split(" "), {
    env: {},
    cwd: ".",
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    fetch: async (url) => {
      written.url = String(url);
      return reply();
    },
    now: () => new Date(),
    softwareVersion: "0.1.0",
  });
  return { exitCode, ...written };
}

const told = (feedback: object[]) => () => Response.json({ feedback });

test("feedback prints every message with day, page and way to reply", async () => {
  const messages = [
    { barrier: "No focus\non the button", place: "/s/demo", replyTo: "me", day: "2026-11-23" },
    { barrier: "Contrast", day: "2026-11-22" },
  ];
  expect(await run("feedback --lang en", told(messages))).toEqual({
    exitCode: 0,
    stderr: "",
    url: "http://127.0.0.1:8080/api/accessibility-feedback",
    stdout:
      "2026-11-23 · /s/demo · reply to: me\n  No focus\n  on the button\n\n" +
      "2026-11-22 · no reply wanted\n  Contrast\n",
  });
});

test("what strangers wrote cannot steer the terminal", async () => {
  const message = {
    barrier: "\u001b[2Jgone\r\u009b1A\u202e",
    place: "\u001b]0;title\u0007",
    day: "2026-11-23",
  };
  const { stdout } = await run("feedback", told([message]));
  expect(stdout).toContain("gone");
  expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test("no message is said in words, and a server that refuses is explained", async () => {
  expect((await run("feedback --lang de", told([]))).stdout).toContain("keine Barriere gemeldet");
  const refused = await run("feedback --lang en", () => new Response("{}", { status: 403 }));
  expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
  expect(refused.stderr).toContain("feedback:read");
  const broken = await run("feedback --lang en", () => new Response("<html>"));
  expect(broken).toMatchObject({ exitCode: 1, stdout: "" });
});
