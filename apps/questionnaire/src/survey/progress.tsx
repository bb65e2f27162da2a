import type { Language } from "@mehrwert/study";
import { filled, words } from "../words.ts";

/** How far the participant has come, in sections: words and a bar. */
export function Progress({ at, of, language }: { at: number; of: number; language: Language }) {
  const text = filled(words.section[language], at, of);
  return (
    <div className="progress">
      <p id="progress-text">{text}</p>
      <progress value={at} max={of} aria-labelledby="progress-text" />
    </div>
  );
}
