import type { Language } from "@mehrwert/study";
import { useBlocker } from "@tanstack/react-router";
import { ConfirmDialog } from "../../patterns/confirm-dialog.tsx";

const words = {
  title: { de: "Diese Seite verlassen?", en: "Leave this page?" },
  lost: {
    de: "Was Sie zuletzt geschrieben haben, ist noch nicht gespeichert und geht verloren.",
    en: "What you wrote last is not saved yet and will be lost.",
  },
  kept: {
    de: "Der Entwurf bleibt, wie er zuletzt gespeichert wurde.",
    en: "The draft stays as it was last saved.",
  },
  leave: { de: "Ohne Speichern verlassen", en: "Leave without saving" },
} as const;

/** Asks back before a text that is not saved goes away with its page; the browser asks when the window closes. */
export function LeaveGuard({ isNeeded, language }: { isNeeded: boolean; language: Language }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isNeeded && current.pathname !== next.pathname,
    enableBeforeUnload: isNeeded,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === "blocked"}
      title={words.title[language]}
      consequences={[words.lost[language], words.kept[language]]}
      confirm={words.leave[language]}
      isDestructive
      language={language}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    />
  );
}
