import type { Issue, Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";

const words = {
  title: { de: "Was noch zu tun ist", en: "What is left to do" },
  none: { de: "Nichts ist falsch oder fraglich.", en: "Nothing is wrong or doubtful." },
  error: { de: "Fehler", en: "Error" },
  warning: { de: "Hinweis", en: "Warning" },
  jump: { de: "Zur Stelle", en: "Go there" },
} as const;

function counted(issues: readonly Issue[], language: Language): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const rest = issues.length - errors;
  if (language === "de") return `${errors} Fehler, ${rest} ${rest === 1 ? "Hinweis" : "Hinweise"}`;
  return `${errors} ${errors === 1 ? "error" : "errors"}, ${rest} ${rest === 1 ? "warning" : "warnings"}`;
}

/** Everything wrong or doubtful about the saved text, errors first, each with its place and what to do. */
export function IssueList({
  issues,
  onJump,
  language,
}: {
  issues: readonly Issue[];
  onJump: (path: string) => void;
  language: Language;
}) {
  const isError = ({ severity }: Issue) => severity === "error";
  const ordered = [...issues.filter(isError), ...issues.filter((issue) => !isError(issue))];
  return (
    <section aria-labelledby="issues">
      <h2 id="issues">{words.title[language]}</h2>
      <p role="status">{issues.length === 0 ? words.none[language] : counted(issues, language)}</p>
      <ol className="issues">
        {ordered.map((issue, index) => (
          <li key={index} className={`issue issue-${issue.severity}`}>
            <p>
              <strong>{words[issue.severity][language]}:</strong> {issue.message[language]}{" "}
              {issue.advice[language]}
            </p>
            <p className="note">
              <code>{issue.path}</code>
            </p>
            <Button kind="quiet" onClick={() => onJump(issue.path)}>
              {words.jump[language]}
              <span className="mw-visually-hidden">: {issue.path}</span>
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
