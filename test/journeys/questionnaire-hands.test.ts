import type { SurveyResponse } from "@mehrwert/study";
import { expect, test } from "vitest";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { everyAnswer } from "./every-answer.ts";
import type { HandKind } from "./hands.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();

/** Walks through the whole questionnaire and gives back the response that the server stored. */
async function fillsIn(hand: HandKind, width: number): Promise<SurveyResponse | undefined> {
  const touch = hand === "finger";
  const page = await journey.newPage({ width, touch });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  const participant = new Participant(page, journey.server.url, hand);
  await participant.opens("demo").consents().answers(given()).submits();
  expect(await participant.heading()).toBe("Vielen Dank!");
  expect(complaints, "what the browser complains about, broken page policies among it").toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  return await participant.stored(journey.server);
}

const given = () =>
  everyAnswer(journey.server.instrument, {
    "network-experience": "member",
    "joint-result-experience": "yes",
    "d-lead": "no",
  });

test.each([
  ["mouse", 1280],
  ["keyboard", 1280],
  ["finger", 360],
] as const)(
  "the whole questionnaire is answered by %s at %i px, and stored as given",
  async (hand, width) => {
    const stored = await fillsIn(hand, width);
    expect(stored?.answers).toEqual({ ...given(), consent: "yes" });
    expect(stored?.language).toBe("de");
    expect(stored?.presentation["value-drivers"]?.moves).toBe(8);
    expect(stored?.presentation["value-drivers"]?.shown?.toSorted()).toEqual([
      "vd-1",
      "vd-2",
      "vd-3",
      "vd-4",
      "vd-5",
      "vd-6",
      "vd-7",
      "vd-8",
    ]);
    expect(stored?.presentation["results-orientation"]?.shown).toHaveLength(4);
  },
);
