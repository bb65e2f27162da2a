import { finishCredential, secretCode } from "@mehrwert/privacy";
import { expect, test } from "vitest";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { everythingOnDevice } from "./kept-on-device.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser({ mode: "anonymous" });
const given = { "network-experience": "member", "value-drivers": ["vd-5", "vd-2"] };
const codeOf = (bytes: Uint8Array) => secretCode("participation", bytes);

async function participant() {
  return new Participant(await journey.newPage(), journey.server.url);
}

async function newInvitation(): Promise<{ code: string; link: string }> {
  const [code = ""] = await journey.server.invite(1);
  return { code, link: journey.server.linkWith(code) };
}

async function hasBegun(code: string): Promise<boolean | undefined> {
  const all = await journey.server.store.invitations({ study: "demo", codeOf });
  return all.find((one) => one.code === code)?.hasBegun;
}

test("an invitation lets somebody answer once; neither code nor credential is kept with the answers", async () => {
  const { code, link } = await newInvitation();
  const person = await participant();
  await person.follows(link).done();
  expect(new URL(person.page.url()).hash).toBe("");
  expect(await person.page.locator("#participation-code").inputValue()).toBe(code);
  await person.consents().answers(given).submits();
  expect(await person.heading()).toBe("Vielen Dank!");
  const stored = await person.stored(journey.server);
  expect(stored?.answers).toMatchObject(given);
  expect(JSON.stringify(stored)).not.toContain(code);
  expect(await hasBegun(code)).toBe(true);
  expect(await everythingOnDevice(person.page)).not.toContain(code);
  expect(journey.server.log.join("")).not.toContain(code);

  const again = await participant();
  await again.follows(link).done();
  await again.page.locator("input[name=consent][value=yes]").check();
  await again.page.locator("form.consent button[type=submit]").click();
  await again.page.getByText("Mit diesem Code kann nicht begonnen werden").waitFor();
  expect(await again.page.locator("progress").count()).toBe(0);
});

test("an urn's code is typed by hand: what is wrong with it is said at its field, and nothing is used up", async () => {
  const { code } = await newInvitation();
  const person = await participant();
  await person.opens("demo").done();
  const { page } = person;
  const field = page.locator("#participation-code");
  const error = page.locator("#participation-code-error");
  const goOn = page.locator("form.consent button[type=submit]");
  await page.locator("input[name=consent][value=yes]").check();
  await goOn.click();
  await expect.poll(() => error.textContent()).toContain("hat 25 Zeichen");
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill(`${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`);
  await goOn.click();
  await expect.poll(() => error.textContent()).toMatch(/stimmt nicht|anderer Code/);
  await field.fill(secretCode("resume", new Uint8Array(15)));
  await goOn.click();
  await expect.poll(() => error.textContent()).toContain("Hier brauchen Sie den Teilnahmecode");
  await field.fill(codeOf(new Uint8Array(15)));
  await goOn.click();
  await expect.poll(() => error.textContent()).toContain("Mit diesem Code kann nicht begonnen");
  await page.route("**/participation-checks", (route) => route.abort());
  await field.fill(code.toLowerCase().replaceAll("-", " "));
  await goOn.click();
  await expect.poll(() => error.textContent()).toContain("nicht erreichbar");
  await page.unrouteAll();
  expect(await hasBegun(code)).toBe(false);
  await goOn.click();
  await page.locator("progress").waitFor();
  await person.answers(given).submits();
  expect(await person.stored(journey.server)).toMatchObject({ answers: given });
});

test("whoever pauses before any answer gets a code that leads back, and the invitation is used up", async () => {
  const { code, link } = await newInvitation();
  const person = await participant();
  await person.follows(link).consents().done();
  await person.page.locator(".endings > .mw-button").first().click();
  const resumeCode = await person.page.locator(".secret-code-shown").textContent();
  await person.page.getByText("Alles ist gespeichert.").waitFor();
  expect(await hasBegun(code)).toBe(true);
  const elsewhere = await participant();
  await elsewhere.opens("demo").done();
  await elsewhere.page.locator("details.resumption summary").click();
  await elsewhere.page.locator("#resume-code").fill(resumeCode ?? "");
  await elsewhere.page.locator("form.resume button").click();
  await elsewhere.page.locator("progress").waitFor();
  await elsewhere.answers(given).submits();
  expect(await elsewhere.stored(journey.server)).toMatchObject({ answers: given });
});

test("a connection that goes before the first answer keeps nobody from the credential once it is back", async () => {
  const { code, link } = await newInvitation();
  const person = await participant();
  const scripts: string[] = [];
  person.page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await person.follows(link).done();
  await person.page.waitForLoadState("networkidle");
  await person.consents().done();
  const before = scripts.length;
  await person.page.context().setOffline(true);
  await person.answers({ "network-experience": "member" }).done();
  await person.page.getByText("keine Verbindung").first().waitFor();
  await person.page.context().setOffline(false);
  await expect.poll(() => hasBegun(code)).toBe(true);
  expect(scripts.slice(before)).toEqual([]);
  await person.submits();
});

test("a mail scanner that loads the page with its scripts, however often, uses nothing up", async () => {
  const { code, link } = await newInvitation();
  for (let visit = 0; visit < 3; visit += 1) {
    const { page } = await participant();
    await page.goto(link, { waitUntil: "networkidle" });
    await page.context().close();
  }
  expect(await hasBegun(code)).toBe(false);
  const reader = await participant();
  await reader.follows(link).consents().goesOn().done();
  await reader.page.waitForTimeout(2000);
  expect(await hasBegun(code)).toBe(false);
  await reader.reloads().goesBack().done();
  await reader.answers({ "network-experience": "member" }).done();
  await expect.poll(() => hasBegun(code)).toBe(true);
});

test("what two people send to be signed, and what they send as answers, have nothing in common", async () => {
  const sent: { door: string; body: Record<string, unknown> }[] = [];
  for (let n = 0; n < 2; n += 1) {
    const { link } = await newInvitation();
    const person = await participant();
    person.page.on("request", (request) => {
      if (request.method() !== "POST") return;
      const door = new URL(request.url()).pathname.split("/").at(-1) ?? "";
      sent.push({ door, body: request.postDataJSON() });
    });
    await person.follows(link).consents().answers(given).submits();
  }
  const asked = sent.filter(({ door }) => door === "credentials");
  const answered = sent.filter(({ door }) => door === "responses" || door === "draft-saves");
  expect(asked).toHaveLength(2);
  expect(answered.length).toBeGreaterThan(2);
  const texts = (all: typeof sent) =>
    all.flatMap(({ body }) => Object.values(body)).filter((one) => typeof one === "string");
  const shared = texts(asked).filter((text) => texts(answered).includes(text));
  expect(shared).toEqual([]);
  // What was blinded makes no credential for the response that was sent.
  const { credentialKey } = journey.server.study;
  if (!credentialKey) throw new Error("the study has no key");
  for (const { body } of asked)
    for (const { body: response } of answered) {
      const responseId = String(response.id);
      const inverse = String(body.blinded);
      const signature = String(response.credential);
      const of = { study: "demo", responseId, inverse, signature };
      expect(await finishCredential(credentialKey, of)).toBeUndefined();
    }
});

test("a lost reply to the request for a credential costs nobody the invitation", async () => {
  const { code, link } = await newInvitation();
  const person = await participant();
  let asked = 0;
  await person.page.route("**/credentials", async (route) => {
    asked += 1;
    const reply = await route.fetch();
    if (asked === 1) await route.abort();
    else await route.fulfill({ response: reply });
  });
  await person.follows(link).consents().answers({ "network-experience": "member" }).done();
  await expect.poll(() => hasBegun(code)).toBe(true);
  await person.submits();
  expect(asked).toBeGreaterThan(1);
  expect(await person.stored(journey.server)).toMatchObject({
    answers: { "network-experience": "member" },
  });
});

test("a reload between asking for a credential and getting it costs nobody the invitation", async () => {
  const { code, link } = await newInvitation();
  const person = await participant();
  let isLost = true;
  await person.page.route("**/credentials", async (route) => {
    const reply = await route.fetch();
    if (isLost) await route.abort();
    else await route.fulfill({ response: reply });
  });
  await person.follows(link).consents().answers({ "network-experience": "member" }).done();
  await expect.poll(() => hasBegun(code)).toBe(true);
  await person.reloads().done();
  isLost = false;
  await person.submits();
  expect(await person.stored(journey.server)).toMatchObject({
    answers: { "network-experience": "member" },
  });
});

test("a server that shows another key than the invitation is refused before anything is sent", async () => {
  const { link } = await newInvitation();
  const person = await participant();
  const sent: string[] = [];
  person.page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  await person.follows(`${link.split(".").slice(0, -1).join(".")}.${"0".repeat(32)}`).done();
  await expect.poll(() => person.heading()).toBe("Der Schlüssel dieser Befragung stimmt nicht");
  expect(await person.page.locator("form").count()).toBe(0);
  expect(sent).toEqual([]);
});

test("a server that changes its key between reading and answering is refused, and nothing is sent under the new one", async () => {
  const { link } = await newInvitation();
  const { study } = journey.server;
  const { newCredentialKeys } = await import("@mehrwert/api");
  const { credentialKey } = await newCredentialKeys();
  const person = await participant();
  const sent: string[] = [];
  await person.page.route("**/api/studies/demo", (route) =>
    route.fulfill({
      contentType: "application/json",
      body: JSON.stringify({ ...study, credentialKey }),
    }),
  );
  person.page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url().split("/").at(-1) ?? "");
  });
  await person.follows(link).done();
  await person.page.locator("input[name=consent][value=yes]").check();
  await person.page.locator("form.consent button[type=submit]").click();
  // The text that was consented to names the key: with another one, consent is asked anew.
  await person.page.getByText("Bitte entscheiden Sie noch einmal").waitFor();
  await person.page.locator("input[name=consent][value=yes]").check();
  await person.page.locator("form.consent button[type=submit]").click();
  await person.answers({ "network-experience": "member" }).done();
  await person.page.getByText("Der Server zeigt einen anderen Schlüssel als vorher").waitFor();
  expect(sent.filter((door) => door !== "participation-checks")).toEqual([]);
});
