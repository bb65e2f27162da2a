import { baseLanguage, type Language, languages, type ReadingLanguage } from "@mehrwert/study";
import { preferredLanguage } from "@mehrwert/ui";
import { useEffect, useState } from "react";
import { markLanguage } from "./history.ts";

/** The language of the server's page, which the reader chose or the browser asked for. */
function pageLanguage(): ReadingLanguage {
  const given = document.documentElement.lang;
  if (given === "de-simple") return given;
  return languages.find((language) => language === given) ?? preferredLanguage(navigator.languages);
}

/**
 * How the page is read, and the language of its words; the address keeps a chosen one for a reload, on every entry of
 * the history.
 */
export function useLanguage(): {
  reading: ReadingLanguage;
  language: Language;
  choose: (chosen: ReadingLanguage) => void;
} {
  const [reading, setReading] = useState(pageLanguage);
  const [isChosen, setChosen] = useState(false);
  useEffect(() => {
    document.documentElement.lang = reading;
    if (!isChosen) return;
    const mark = () => markLanguage(reading);
    mark();
    addEventListener("popstate", mark);
    return () => removeEventListener("popstate", mark);
  }, [reading, isChosen]);
  const choose = (chosen: ReadingLanguage) => {
    setReading(chosen);
    setChosen(true);
  };
  return { reading, language: baseLanguage(reading), choose };
}
