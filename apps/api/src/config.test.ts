import { describe, expect, test } from "vitest";
import { parseConfig } from "./config.ts";

describe("parseConfig", () => {
  test("has a default for everything", () => {
    expect(parseConfig({ PATH: "/bin" })).toEqual({
      ok: true,
      value: {
        host: "127.0.0.1",
        port: 8080,
        dataFolder: undefined,
        databaseUrl: undefined,
        logLevel: "info",
        publicHosts: [],
      },
      warnings: [],
    });
  });

  test("takes every setting, and an empty one as not set", () => {
    const result = parseConfig({
      MEHRWERT_PORT: "0",
      MEHRWERT_DATA: "/srv/data",
      DATABASE_URL: "postgres://me:secret@db:5432/mehrwert",
      MEHRWERT_LOG_LEVEL: "",
      MEHRWERT_LANG: "de",
      MEHRWERT_PUBLIC_HOSTS: "survey.example.org, umfrage.example.org",
      MEHRWERT_TEST_DATABASE_URL: "anything",
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        port: 0,
        dataFolder: "/srv/data",
        databaseUrl: "postgres://me:secret@db:5432/mehrwert",
        logLevel: "info",
        publicHosts: ["survey.example.org", "umfrage.example.org"],
      },
    });
  });

  test.each([
    ["MEHRWERT_PORT", "65536"],
    ["MEHRWERT_PORT", "80a"],
    ["MEHRWERT_PORT", "-1"],
    ["MEHRWERT_DATA", "a\u0000b"],
    ["DATABASE_URL", "mysql://db/secret"],
    ["DATABASE_URL", "secret"],
    ["MEHRWERT_LOG_LEVEL", "loud"],
    ["MEHRWERT_LANG", "fr"],
    ["MEHRWERT_PUBLIC_HOSTS", "https://secret.example.org"],
    ["MEHRWERT_PUBLIC_HOSTS", "a.example.org,"],
  ])("refuses %s=%s without repeating the value", (name, value) => {
    const result = parseConfig({ [name]: value });
    expect(result).toMatchObject({ ok: false, issues: [{ path: name }] });
    expect(JSON.stringify(result)).not.toContain("secret");
  });

  test("lists everything that is wrong at once", () => {
    const result = parseConfig({ MEHRWERT_PORT: "x", MEHRWERT_LANG: "y", MEHRWERT_DATEN: "z" });
    const paths = result.ok ? [] : result.issues.map(({ path }) => path);
    expect(paths.sort()).toEqual(["MEHRWERT_DATEN", "MEHRWERT_LANG", "MEHRWERT_PORT"]);
  });

  test.each([
    ["MEHRWERT_PROT", "MEHRWERT_PORT"],
    ["MEHRWERT_DATABASE_URL", "DATABASE_URL"],
    ["MEHRWERT_PUBLIC_HOST", "MEHRWERT_PUBLIC_HOSTS"],
    ["MEHRWERT_LOGLEVEL", "MEHRWERT_LOG_LEVEL"],
  ])("names the setting that %s probably meant", (given, meant) => {
    const result = parseConfig({ [given]: "1" });
    const advice = result.ok ? undefined : result.issues[0]?.advice;
    expect(advice).toEqual({ de: `Meinten Sie ${meant}?`, en: `Did you mean ${meant}?` });
  });
});

const mail = {
  MEHRWERT_SMTP_URL: "smtp://relay.example.org",
  MEHRWERT_MAIL_FROM: "Büro <a@example.org>",
};

test.each([
  [{}, { host: "relay.example.org", port: 587, secure: false, requireTls: true }],
  [
    { MEHRWERT_SMTP_URL: "smtps://u%40x:p%2Fw@relay.example.org" },
    { port: 465, secure: true, user: "u@x", password: "p/w" },
  ],
  [
    { MEHRWERT_SMTP_URL: "smtp://relay.example.org:25?tls=optional" },
    { port: 25, requireTls: false },
  ],
  [{ MEHRWERT_SMTP_URL: "smtp://127.0.0.1:2525" }, { port: 2525, requireTls: false }],
  [{ MEHRWERT_MAIL_FROM: "a@example.org" }, { from: { address: "a@example.org" } }],
])("parseConfig reads how mails leave: %j", (more, expected) => {
  const result = parseConfig({ ...mail, ...more });
  expect(result).toMatchObject({ ok: true, value: { mail: expected } });
});

test.each([
  [{ MEHRWERT_SMTP_URL: "http://relay.example.org" }, "MEHRWERT_SMTP_URL"],
  [{ MEHRWERT_SMTP_URL: "smtp://relay.example.org?tls=off" }, "MEHRWERT_SMTP_URL"],
  [{ MEHRWERT_MAIL_FROM: "a@example.org\r\nBcc: b@example.org" }, "MEHRWERT_MAIL_FROM"],
  [{ MEHRWERT_MAIL_FROM: "a, b@example.org" }, "MEHRWERT_MAIL_FROM"],
  [{ MEHRWERT_MAIL_FROM: "" }, "MEHRWERT_MAIL_FROM"],
  [{ MEHRWERT_DKIM_SELECTOR: "2026" }, "MEHRWERT_DKIM_KEY_FILE"],
  [{ MEHRWERT_LIST_UNSUBSCRIBE: "javascript:alert(1)" }, "MEHRWERT_LIST_UNSUBSCRIBE"],
  [{ MEHRWERT_PUBLIC_URL: "https://survey.example.org/path" }, "MEHRWERT_PUBLIC_URL"],
])(
  "parseConfig refuses mail settings that cannot work, by name and without their values: %j",
  (more, name) => {
    const result = parseConfig({ ...mail, ...more });
    if (result.ok) throw new Error("was taken");
    expect(result.issues.map(({ path }) => path)).toEqual([name]);
    expect(JSON.stringify(result.issues)).not.toContain("Bcc");
  },
);

test("the server answers under the name of its own address", () => {
  const result = parseConfig({ MEHRWERT_PUBLIC_URL: "https://survey.example.org/" });
  expect(result).toMatchObject({
    ok: true,
    value: {
      publicUrl: "https://survey.example.org",
      publicHosts: ["survey.example.org"],
      mail: undefined,
    },
  });
});
