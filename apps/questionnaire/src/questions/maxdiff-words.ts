import type { LocalizedText } from "@mehrwert/study";

/** Texts around the sets of a MaxDiff question. */
export const maxdiffWords = {
  howTo: {
    de: "Sie sehen nacheinander {0} kleine Auswahlen. Wählen Sie in jeder zwei verschiedene Möglichkeiten: eine links, eine rechts.",
    en: "You will see {0} small sets, one after the other. In each, choose two different options: one on the left, one on the right.",
  },
  set: { de: "Auswahl {0} von {1}", en: "Set {0} of {1}" },
  next: { de: "Nächste Auswahl", en: "Next set" },
  previous: { de: "Vorige Auswahl", en: "Previous set" },
  skip: { de: "Diese Auswahl überspringen", en: "Skip this set" },
  chooseBoth: {
    de: "Bitte wählen Sie beides, oder überspringen Sie diese Auswahl.",
    en: "Please choose both, or skip this set.",
  },
  moved: {
    de: "„{0}“ gilt jetzt als „{1}“. Bitte wählen Sie noch, was „{2}“ ist.",
    en: "“{0}” is now “{1}”. Please still choose what is “{2}”.",
  },
  done: { de: "Alle {0} Auswahlen sind beantwortet.", en: "All {0} sets are answered." },
  doneWithSkipped: {
    de: "Das war die letzte Auswahl. Beantwortet: {0} von {1}.",
    en: "That was the last set. Answered: {0} of {1}.",
  },
  stillOpen: {
    de: "Noch nicht beantwortet: {0} von {1} Auswahlen. Hier geht es mit der nächsten weiter. Wenn Sie unten noch einmal auf „Weiter“ gehen, lassen Sie sie aus.",
    en: "Not answered yet: {0} of {1} sets. The next one is here. If you go on once more below, you leave them out.",
  },
} satisfies Record<string, LocalizedText>;
