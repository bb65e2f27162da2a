import type { LocalizedText } from "@mehrwert/study";

function say(de: string, en: string): LocalizedText {
  return { de, en };
}

/** Items 12 to 32 of COREQ: number, name, and what is asked, in our words. */
export const coreqQuestions: readonly [number, LocalizedText, LocalizedText][] = [
  [
    12,
    say("Stichprobengröße", "Sample size"),
    say("Wie viele nahmen teil?", "How many took part?"),
  ],
  [
    13,
    say("Nichtteilnahme", "Non-participation"),
    say(
      "Wie viele lehnten ab oder brachen ab, und warum?",
      "How many refused or dropped out, and why?",
    ),
  ],
  [
    14,
    say("Ort der Erhebung", "Setting"),
    say("Wo wurden die Gespräche geführt?", "Where were the interviews held?"),
  ],
  [
    15,
    say("Anwesende", "Presence of others"),
    say("War außer den Beteiligten jemand dabei?", "Was anyone else present?"),
  ],
  [
    16,
    say("Beschreibung der Stichprobe", "Description of the sample"),
    say("Welche wichtigen Merkmale hat sie?", "What are its important characteristics?"),
  ],
  [
    17,
    say("Leitfaden", "Interview guide"),
    say(
      "Gab es Fragen und Nachfragen, und wurden sie erprobt?",
      "Were there questions and prompts, and were they piloted?",
    ),
  ],
  [
    18,
    say("Wiederholte Gespräche", "Repeat interviews"),
    say("Wurde jemand mehrmals befragt?", "Was anyone interviewed more than once?"),
  ],
  [
    19,
    say("Aufzeichnung", "Recording"),
    say("Wurde aufgenommen, in Ton oder Bild?", "Was sound or video recorded?"),
  ],
  [
    20,
    say("Feldnotizen", "Field notes"),
    say(
      "Wurden während oder nach den Gesprächen Notizen gemacht?",
      "Were notes made during or after the interviews?",
    ),
  ],
  [
    21,
    say("Dauer", "Duration"),
    say("Wie lange dauerten die Gespräche?", "How long did the interviews take?"),
  ],
  [
    22,
    say("Sättigung", "Saturation"),
    say("Wurde Sättigung besprochen?", "Was saturation discussed?"),
  ],
  [
    23,
    say("Rückgabe der Transkripte", "Transcripts returned"),
    say("Konnten Befragte ihr Transkript prüfen?", "Could participants check their transcripts?"),
  ],
  [
    24,
    say("Zahl der Kodierenden", "Number of coders"),
    say("Wie viele haben kodiert?", "How many coded?"),
  ],
  [
    25,
    say("Kodierbaum", "Coding tree"),
    say("Ist der Kodierbaum beschrieben?", "Is the coding tree described?"),
  ],
  [
    26,
    say("Herkunft der Themen", "Derivation of themes"),
    say(
      "Standen sie vorher fest oder kamen sie aus dem Material?",
      "Were they set in advance or derived from the material?",
    ),
  ],
  [
    27,
    say("Software", "Software"),
    say("Welches Programm wurde verwendet?", "Which program was used?"),
  ],
  [
    28,
    say("Rückmeldung der Befragten", "Participant checking"),
    say("Haben Befragte die Ergebnisse kommentiert?", "Did participants comment on the findings?"),
  ],
  [
    29,
    say("Zitate", "Quotations"),
    say(
      "Belegen Zitate die Themen, und ist jedes zugeordnet?",
      "Do quotations support the themes, and is each identified?",
    ),
  ],
  [
    30,
    say("Daten und Ergebnisse", "Data and findings"),
    say("Passen Daten und Ergebnisse zusammen?", "Are data and findings consistent?"),
  ],
  [
    31,
    say("Hauptthemen", "Major themes"),
    say("Sind die Hauptthemen klar dargestellt?", "Are major themes clearly presented?"),
  ],
  [
    32,
    say("Nebenthemen", "Minor themes"),
    say(
      "Sind auch abweichende Fälle und Nebenthemen beschrieben?",
      "Are diverse cases and minor themes described?",
    ),
  ],
];
