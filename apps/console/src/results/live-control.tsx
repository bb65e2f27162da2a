import { numberWriter } from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useEffect, useRef, useState } from "react";

const words = {
  live: { de: "Wird alle 5 Sekunden aktualisiert", en: "Updated every 5 seconds" },
  paused: { de: "Aktualisierung angehalten", en: "Updates paused" },
  pause: { de: "Anhalten", en: "Pause" },
  resume: { de: "Fortsetzen", en: "Resume" },
  asOf: { de: "Stand", en: "As of" },
} as const;

const localeOf = { de: "de-DE", en: "en-GB" } as const;

function timeOf(timestamp: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { timeStyle: "medium" }).format(timestamp);
}

/** On paper the time alone would not say which day. */
function dateOf(timestamp: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { dateStyle: "long" }).format(timestamp);
}

/** Says once, politely, when the number of responses has changed since the last time. */
function useChangeInWords(count: number | undefined, language: Language): string {
  const before = useRef(count);
  const [changed, setChanged] = useState<number | undefined>(undefined);
  useEffect(() => {
    if (before.current !== undefined && count !== undefined && before.current !== count)
      setChanged(count);
    before.current = count;
  }, [count]);
  if (changed === undefined) return "";
  const number = numberWriter(language).count(changed);
  return language === "de"
    ? `Jetzt ${number} Antworten; die Ergebnisse sind aktualisiert.`
    : `Now ${number} responses; the results are updated.`;
}

/** How fresh the numbers are, with a button that holds them still, and what is wrong if they are stale. */
export function LiveControl({
  language,
  isLive,
  onLive,
  updatedAt,
  hasFailed,
  count,
}: {
  language: Language;
  isLive: boolean;
  onLive: (isLive: boolean) => void;
  /** Milliseconds since 1970. */
  updatedAt: number;
  hasFailed: boolean;
  count: number | undefined;
}) {
  const time = timeOf(updatedAt, language);
  const change = useChangeInWords(count, language);
  const stale =
    language === "de"
      ? `Der Server antwortet nicht. Zahlen und Abbildungen sind von ${time} Uhr. Die Seite versucht es alle 5 Sekunden wieder.`
      : `The server does not answer. Numbers and figures are from ${time}. This page tries again every 5 seconds.`;
  return (
    <>
      <p className="live">
        <span>
          {words.asOf[language]} <span className="print-only">{dateOf(updatedAt, language)}, </span>
          {time}
        </span>
        <span className="no-print">
          {isLive ? words.live[language] : words.paused[language]}{" "}
          <Button kind="quiet" onClick={() => onLive(!isLive)}>
            {isLive ? words.pause[language] : words.resume[language]}
          </Button>
        </span>
      </p>
      <p role="status" className="mw-visually-hidden">
        {change}
      </p>
      <div role="alert">
        {hasFailed && isLive ? (
          <Notice kind="error">
            <p>{stale}</p>
          </Notice>
        ) : null}
      </div>
    </>
  );
}
