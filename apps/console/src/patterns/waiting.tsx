import { Progress } from "@mantine/core";
import { numberWriter } from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";
import { useEffect, useId, useState } from "react";

/** How far something is. */
export type Advance = { done: number; total: number };

/** Whole seconds since the component appeared. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

/**
 * What is being waited for, in words. After a second it shows how far it is; where that cannot be known, for how long
 * it has been going on. Said once, when it begins.
 */
export function Waiting({
  label,
  advance,
  language,
}: {
  label: string;
  advance?: Advance | undefined;
  language: Language;
}) {
  const id = useId();
  const seconds = useSeconds();
  const write = numberWriter(language);
  return (
    <div className="waiting">
      <p id={id} role="status">
        {label}
      </p>
      {seconds === 0 ? null : advance === undefined ? (
        <p className="note" aria-hidden="true">
          {language === "de" ? `seit ${seconds} s` : `for ${seconds} s`}
        </p>
      ) : (
        <>
          <Progress.Root>
            <Progress.Section
              value={advance.total === 0 ? 0 : (100 * advance.done) / advance.total}
              aria-labelledby={id}
              aria-valuetext={advanceText(advance, write.count, language)}
            />
          </Progress.Root>
          <p className="note" aria-hidden="true">
            {advanceText(advance, write.count, language)}
          </p>
        </>
      )}
    </div>
  );
}

function advanceText(
  { done, total }: Advance,
  write: (count: number) => string,
  language: Language,
): string {
  return language === "de"
    ? `${write(done)} von ${write(total)}`
    : `${write(done)} of ${write(total)}`;
}
