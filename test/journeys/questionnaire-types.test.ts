import type { Answer, Answers, SurveyResponse } from "@mehrwert/study";
import { beforeEach, expect, test } from "vitest";
import { questionTypes } from "../fixtures/question-types.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import type { HandKind } from "./hands.ts";
import { draftsOnDevice, openedDraft } from "./kept-on-device.ts";
import { Participant } from "./participant.ts";

const settings = { assigned: { form: "baseline" }, codeSalt: "0123456789abcdef".repeat(2) };
const journey = withServerAndBrowser({ instrument: questionTypes, settings });
const stored = (participant: Participant) => participant.stored(journey.server);

const elements = { "first-name": "ö", "birth-day": "07", "birth-place": "n", siblings: "2" };
const given: Answers = {
  recommend: 10,
  "group-size": "some",
  rhythm: "refused",
  skills: { "km-1.required": 5, "km-1.mastery": 2, "km-2.required": "dk", "km-2.mastery": 1 },
  situation: { share: 4, "first-step": "ask" },
  ties: { it: 1, "it.how-often": 3, "it.direction": "both", staff: 1 },
  remark: "Danke",
};
/** One part of an answer with parts. */
const part = (answer: Answer | undefined, name: string) =>
  typeof answer === "object" && !Array.isArray(answer) ? answer[name] : undefined;
const hash = expect.stringMatching(/^[0-9a-f]{32}$/);
const anyCode = {
  code: hash,
  "without-first-name": hash,
  "without-birth-day": hash,
  "without-birth-place": hash,
  "without-siblings": hash,
};

async function fillsIn(hand: HandKind, width: number): Promise<SurveyResponse | undefined> {
  const page = await journey.newPage({ width, touch: hand === "finger" });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  const participant = new Participant(page, journey.server.url, hand);
  await participant.opens("demo").consents().answers({ "own-code": elements }).done();
  await page.getByText("Ihr Code ist gebildet.").waitFor();
  await participant.answers(given).submits();
  expect(complaints).toEqual([]);
  return await stored(participant);
}

test.each([
  ["mouse", 1280],
  ["keyboard", 1280],
  ["finger", 360],
] as const)(
  "every type is answered by %s at %i px, and stored as given, with what was drawn",
  async (hand, width) => {
    const response = await fillsIn(hand, width);
    const arm = expect.stringMatching(/^[ab]$/);
    const answers = { ...given, consent: "yes", form: "baseline", arm, "own-code": anyCode };
    expect(response?.answers).toEqual(answers);
    const { presentation = {} } = response ?? {};
    expect(presentation.situation?.variant).toMatch(/^(partner|rival)$/);
    expect(presentation.view?.shown?.toSorted()).toEqual(["group-size", "recommend", "rhythm"]);
    expect(presentation.middle?.shown?.toSorted()).toEqual(["competences", "relations"]);
    expect(presentation.skills?.shown?.toSorted()).toEqual(["km-1", "km-2"]);
    expect(presentation.rhythm?.shown?.at(-1)).toBe("refused");
    expect(response?.lastPage).toBeUndefined();
  },
);

let participant: Participant;
beforeEach(async () => {
  participant = new Participant(await journey.newPage(), journey.server.url);
});
const page = () => participant.page;

test("the same details give the same code, and none of them ever leaves the component", async () => {
  const sent: string[] = [];
  page().on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  const telling = { "first-name": "q", "birth-day": "31", "birth-place": "z", siblings: "9" };
  await participant.opens("demo").consents().answers({ "own-code": telling }).done();
  await page().getByText("Ihr Code ist gebildet.").waitFor();
  const code = async () => (await openedDraft(page(), "demo")).answers["own-code"];
  await expect.poll(code).toEqual(anyCode);
  const kept = await code();
  await participant.goesOn().goesBack().done();
  await page().getByText("Ihr Code ist gesetzt.").waitFor();
  expect(await page().locator("#q-own-code input").count()).toBe(0);

  await page().getByRole("button", { name: "Code neu bilden" }).click();
  expect(await page().evaluate(() => document.activeElement?.id)).toBe("q-own-code-first-name");
  await expect.poll(code).toBeUndefined();
  await participant
    .answers({ "own-code": { ...telling, "first-name": "Q", siblings: "8" } })
    .done();
  await page().getByText("Ihr Code ist gebildet.").waitFor();
  await expect.poll(code).toEqual(anyCode);
  const again = await code();
  expect(part(again, "code")).not.toBe(part(kept, "code"));
  expect(part(again, "without-siblings")).toBe(part(kept, "without-siblings"));

  await participant.submits();
  expect((await stored(participant))?.answers["own-code"]).toEqual(again);
  for (const typed of Object.values(telling).filter((text) => text.length > 1))
    expect(sent.filter((request) => request.includes(`"${typed}"`))).toEqual([]);
  const posted = sent.find((request) => request.includes("own-code")) ?? "";
  expect(JSON.parse(posted.slice(posted.indexOf("{"))).answers).toEqual({
    consent: "yes",
    form: "baseline",
    arm: expect.any(String),
    "own-code": again,
  });
});

test("a code that is begun holds the page until it is complete or emptied, and says what is missing", async () => {
  const unfinished = { "first-name": "a", "birth-day": "4", siblings: "x" };
  await participant.opens("demo").consents().answers({ "own-code": unfinished }).done();
  await page().getByText("Noch 2 Angaben fehlen.").waitFor();
  await page().keyboard.press("Enter");
  await page().getByText("Der Code ist noch nicht vollständig.").first().waitFor();
  await page().getByText("Bitte eine Ziffer von 0 bis 9 eingeben.").waitFor();
  expect(await page().locator("#q-own-code-birth-day").inputValue()).toBe("04");
  for (const element of Object.keys(unfinished)) await page().fill(`#q-own-code-${element}`, "");
  await participant.submits();
  expect((await stored(participant))?.answers).not.toHaveProperty("own-code");
});

test("unticking a tie closes it and takes back what was said of it", async () => {
  await participant
    .opens("demo")
    .consents()
    .answers({ ties: { it: 1, "it.how-often": 2 } })
    .done();
  await participant.answers({ ties: { it: 1 } }).submits();
  expect((await stored(participant))?.answers).not.toHaveProperty("ties");
});

test("orders, variant and group stay the same over a reload", async () => {
  await participant.opens("demo").consents().goesOn().done();
  const drawn = async () => {
    const { presentation, answers } = await openedDraft(page(), "demo");
    const titles = await page().locator(".question-title").allInnerTexts();
    return { presentation, answers, titles };
  };
  const before = await drawn();
  await participant.reloads().done();
  expect(await drawn()).toEqual(before);
  expect(before.titles).toHaveLength(3);
});

test("who ends early sends what there is, and where it ended", async () => {
  const { "group-size": size, recommend = 0 } = given;
  await participant.opens("demo").consents().goesOn().answers({ recommend }).done();
  await page().getByText("Hier beenden und absenden").click();
  await page().getByRole("button", { name: "Nein, weiter ausfüllen" }).click();
  await participant
    .answers(size === undefined ? {} : { "group-size": size })
    .goesBack()
    .endsEarly();
  expect(await participant.heading()).toBe("Vielen Dank!");
  const response = await stored(participant);
  expect(response).toMatchObject({ lastPage: "view", answers: { recommend, "group-size": size } });
  expect(Object.keys(response?.answers ?? {}).toSorted()).toEqual([
    "arm",
    "consent",
    "form",
    "group-size",
    "recommend",
  ]);
  expect(Object.keys(response?.presentation ?? {}).toSorted()).toEqual(["rhythm", "view"]);
  expect(await draftsOnDevice(page())).toEqual([]);
});

test.each([
  ["keyboard", 1280],
  ["finger", 360],
] as const)("ending early works by %s at %i px", async (hand, width) => {
  const other = await journey.newPage({ width, touch: hand === "finger" });
  const ending = new Participant(other, journey.server.url, hand);
  await ending.opens("demo").consents().goesOn().answers({ recommend: 3 }).endsEarly();
  expect(await stored(ending)).toMatchObject({ lastPage: "view", answers: { recommend: 3 } });
});

test("an early end that does not arrive is told, and going on instead sends the whole", async () => {
  await participant.opens("demo").consents().goesOn().answers({ recommend: 3 }).done();
  await page().route("**/responses", (route) => route.abort());
  await page().getByText("Hier beenden und absenden").click();
  await page().getByText("Ja, beenden und absenden").click();
  await page().getByText("Noch nicht gesendet", { exact: true }).waitFor();
  await participant.goesOn().done();
  await page().getByText("wird nichts von selbst gesendet").waitFor();
  await page().unrouteAll();
  await participant.answers({ remark: "Doch weiter" }).submits();
  const response = await stored(participant);
  expect(response?.lastPage).toBeUndefined();
  expect(response?.answers).toMatchObject({ recommend: 3, remark: "Doch weiter" });
});
