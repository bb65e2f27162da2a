import { expect, test } from "vitest";
import { detailsInWords } from "./audit-details.ts";

test("detailsInWords says names and words of the program in the reader's language, and everything else as it stands", () => {
  const details = { to: "not-begun", round: 2, isDisabled: true, constructor: "x", whoseId: "1" };
  expect(detailsInWords(details, "de")).toBe(
    "an: wer nicht begonnen hat, Runde: 2, gesperrt: ja, constructor: x",
  );
  expect(detailsInWords(details, "en")).toBe(
    "to: who has not begun, round: 2, disabled: yes, constructor: x",
  );
  expect(detailsInWords({ role: "Leitung", decision: "let-go" }, "de")).toBe(
    "Rolle: Leitung, entschieden: nicht noch einmal senden",
  );
  expect(detailsInWords(undefined, "de")).toBe("");
});
