import type { Language } from "@mehrwert/study";
import { filled, words } from "../words.ts";

/** Which study this is, and how far the participant has come in sections: words and a bar. */
export function Progress({
  study,
  at,
  of,
  language,
}: {
  study: string;
  at: number;
  of: number;
  language: Language;
}) {
  const text = filled(words.section[language], at, of);
  return (
    <div className="progress">
      <p>
        <span id="progress-text">{text}</span>
        <span>{study}</span>
      </p>
      <progress value={at} max={of} aria-labelledby="progress-text" />
    </div>
  );
}
