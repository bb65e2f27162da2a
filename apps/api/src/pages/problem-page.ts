import type { Language } from "@mehrwert/study";
import { html } from "hono/html";
import { type ProblemKind, problemKinds } from "../problems/problem-kinds.ts";
import { page } from "./page.ts";

const words = {
  status: { de: "HTTP-Status", en: "HTTP status" },
  type: { de: "Kennung", en: "Type" },
};

/** The page a problem's `type` points to: what this kind of problem means and what to do. */
export function problemPage(kind: ProblemKind, language: Language): ReturnType<typeof html> {
  const { status, title, detail } = problemKinds[kind];
  const content = html`<p>${detail[language]}</p>
<p class="quiet">${words.status[language]} ${status} · ${words.type[language]} <code>/problems/${kind}</code></p>`;
  return page({ language, title: title[language], content });
}
