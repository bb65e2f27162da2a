import type { Language } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { Refusal } from "../fetch-json.ts";

const silent = {
  de: "Der Server antwortet nicht. Bitte versuchen Sie es noch einmal.",
  en: "The server does not answer. Please try again.",
} as const;

/** Why something did not work: in the server's words, with every place it names, or that it does not answer. */
export function Refused({ error, language }: { error: unknown; language: Language }) {
  const problem = error instanceof Refusal ? error.problem : undefined;
  if (problem === undefined)
    return (
      <Notice kind="error">
        <p>{silent[language]}</p>
      </Notice>
    );
  return (
    <Notice kind="error" title={problem.title}>
      {problem.errors === undefined ? <p>{problem.detail}</p> : null}
      <ul>
        {problem.errors?.map(({ pointer, detail, advice }) => (
          <li key={`${pointer} ${detail}`}>
            {detail} {advice}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
