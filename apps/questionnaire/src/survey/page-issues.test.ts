import { expect, test } from "vitest";
import { questionIssues } from "./page-issues.ts";

const text = (de: string) => ({ de, en: `${de} (en)` });

test("issues are told per question, the first one of each, with the advice", () => {
  const issues = [
    { path: "#/answers/items/i-1", message: text("Falsch."), advice: text("Ändern.") },
    { path: "#/answers/items/i-2", message: text("Auch falsch."), advice: text("Ändern.") },
    { path: "#/presentation/drivers/shown", message: text("Fehlt."), advice: text("Laden.") },
    { path: "#/answers", message: text("Kein Objekt."), advice: text("Objekt.") },
  ];
  expect([...questionIssues(issues).values()]).toEqual([
    { question: "items", text: { de: "Falsch. Ändern.", en: "Falsch. (en) Ändern. (en)" } },
    { question: "drivers", text: { de: "Fehlt. Laden.", en: "Fehlt. (en) Laden. (en)" } },
  ]);
});
