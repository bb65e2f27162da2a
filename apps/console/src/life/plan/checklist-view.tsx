import type { ChecklistReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import type { ReactNode } from "react";

const words = {
  title: { de: "Checkliste", en: "Checklist" },
  done: { de: "Erledigt", en: "Done" },
  missing: { de: "Fehlt noch", en: "Missing" },
  look: { de: "Ansehen", en: "Have a look" },
  left: { de: "Es fehlt noch: {0}.", en: "Still missing: {0}." },
  ready: {
    de: "Es fehlt nichts. Die Studie kann eröffnet werden.",
    en: "Nothing is missing. The study can be opened.",
  },
} as const;

const signs = { done: "✓", missing: "✕", look: "!" } as const;

/** What stands between the study and the field: what is missing first, in words and signs, not in colours alone. */
export function ChecklistView({
  checklist,
  isBeforeField,
  language,
  children,
}: {
  checklist: ChecklistReply;
  /** Whether there is a wave to open. */
  isBeforeField: boolean;
  /** The step that the list is about. */
  children: ReactNode;
  language: Language;
}) {
  const order = ["missing", "look", "done"] as const;
  const items = order.flatMap((state) => checklist.items.filter((item) => item.state === state));
  const missing = items.filter(({ state }) => state === "missing").length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, by keyboard, too
    <section className="checklist" aria-labelledby="checklist-title" tabIndex={0}>
      <h2 id="checklist-title">{words.title[language]}</h2>
      <p role="status">
        {!isBeforeField
          ? ""
          : missing === 0
            ? words.ready[language]
            : words.left[language].replace("{0}", String(missing))}
      </p>
      {children}
      <ul>
        {items.map(({ id, state, title, message, advice }) => (
          <li key={id} className={`checklist-item checklist-${state}`}>
            <p className="checklist-title">
              <span aria-hidden="true" className="checklist-sign">
                {signs[state]}
              </span>
              <strong>{title[language]}</strong> <small>{words[state][language]}</small>
            </p>
            <p>{message[language]}</p>
            {advice === undefined || state === "done" ? null : (
              <p className="note">{advice[language]}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
