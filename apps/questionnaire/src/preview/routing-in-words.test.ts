import { expect, test } from "vitest";
import { sampleInstrument } from "../survey/sample-instrument.ts";
import { routingInWords } from "./routing-in-words.ts";

const routing = (answers: Record<string, string>) =>
  routingInWords(sampleInstrument, answers, "en");

test("a page that everybody sees is always shown, and the consent question is left out", () => {
  expect(routing({}).map(({ name }) => name)).toEqual(["first", "members", "last"]);
  expect(routing({})[0]).toMatchObject({ isShown: true, lines: ["always shown"], present: [] });
});

test("a hidden page says which condition does not hold, with the answer as it is, and hides its questions", () => {
  const [, members] = routing({ member: "no" });
  expect(members).toMatchObject({
    isShown: false,
    lines: ["hidden because this does not hold: “Member” is “yes”"],
    present: ["“Member”: no"],
  });
  expect(members?.questions[0]?.lines).toEqual(["hidden because its page is hidden"]);
});

test("a shown page says which condition holds, and its questions where they have other words", () => {
  const [, members] = routing({ member: "yes" });
  expect(members?.lines).toEqual(["shown because: “Member” is “yes”"]);
  expect(members?.questions[0]?.lines).toEqual([
    "always shown on this page",
    "in other words because: “Member” is “yes”",
  ]);
});

test("a question that looks at something hidden counts it as unanswered", () => {
  const [, , last] = routingInWords(sampleInstrument, { member: "no", drivers: ["vd-1"] }, "en");
  expect(last?.questions[0]).toMatchObject({
    isShown: false,
    lines: ["hidden because this does not hold: “What matters?” is answered"],
    present: ["“What matters?”: none"],
  });
});
