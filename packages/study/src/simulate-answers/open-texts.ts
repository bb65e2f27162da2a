import type { LocalizedText } from "../localized-text.ts";

/** Why a driver comes first, by the driver's stable name. Invented; each says so. */
export const simulatedReasons: { readonly [driver: string]: readonly LocalizedText[] } = {
  "knowledge-transfer": [
    {
      de: "(Simuliert) Ich möchte Beispiele mitnehmen, die ich am nächsten Tag verwenden kann.",
      en: "(Simulated) I want to take home examples that I can use the next day.",
    },
    {
      de: "(Simuliert) Andere haben das Problem oft schon gelöst; davon will ich lernen.",
      en: "(Simulated) Others have often solved the problem already; I want to learn from them.",
    },
  ],
  "topic-fit-exchange": [
    {
      de: "(Simuliert) Meine Zeit ist knapp, deshalb muss das Thema genau passen.",
      en: "(Simulated) My time is short, so the topic has to fit exactly.",
    },
    {
      de: "(Simuliert) Allgemeine Runden helfen mir wenig, die Einzelfrage zählt.",
      en: "(Simulated) General rounds help me little, the particular question counts.",
    },
  ],
  "making-contacts": [
    {
      de: "(Simuliert) Wenn ich jemanden kenne, rufe ich einfach an.",
      en: "(Simulated) When I know somebody, I simply call.",
    },
    {
      de: "(Simuliert) In meinem Haus bin ich mit dem Thema allein.",
      en: "(Simulated) In my organisation I am alone with this topic.",
    },
  ],
  "peer-consulting": [
    {
      de: "(Simuliert) Bei kniffligen Fällen hilft mir der Blick von außen.",
      en: "(Simulated) With tricky cases the view from outside helps me.",
    },
  ],
  "joint-results": [
    {
      de: "(Simuliert) Ein gemeinsames Papier überzeugt meine Leitung mehr als jedes Gespräch.",
      en: "(Simulated) A joint paper convinces my management more than any conversation.",
    },
    {
      de: "(Simuliert) Wenn am Ende nichts Fertiges steht, fehlt mir die Begründung für die Zeit.",
      en: "(Simulated) If nothing finished comes out, I cannot justify the time.",
    },
  ],
  "motivation-support": [
    {
      de: "(Simuliert) Zu merken, dass andere dieselben Fragen haben, gibt mir Energie.",
      en: "(Simulated) Noticing that others have the same questions gives me energy.",
    },
  ],
  visibility: [
    {
      de: "(Simuliert) Unsere Arbeit soll auch anderswo bekannt werden.",
      en: "(Simulated) Our work should become known elsewhere too.",
    },
  ],
  "shared-voice": [
    {
      de: "(Simuliert) Gemeinsam werden wir bei der Leitung eher gehört.",
      en: "(Simulated) Together we are more likely to be heard by management.",
    },
  ],
};

/** Answers to any other open question. Invented; each says so. */
export const simulatedRemarks: readonly LocalizedText[] = [
  {
    de: "(Simuliert) Mehr Zeit für Austausch wäre schon viel.",
    en: "(Simulated) More time for exchange would already be a lot.",
  },
  {
    de: "(Simuliert) Bitte kleinere Runden und eine feste Moderation.",
    en: "(Simulated) Smaller rounds and a steady facilitator, please.",
  },
  {
    de: "(Simuliert) Die Ergebnisse sollten alle Beteiligten sehen können.",
    en: "(Simulated) Everybody involved should be able to see the results.",
  },
  {
    de: "(Simuliert) Ohne Rückhalt der Führung bleibt es beim guten Willen.",
    en: "(Simulated) Without backing from leaders it remains good will.",
  },
  {
    de: "(Simuliert) Der Fragebogen war verständlich, an einer Stelle etwas lang.",
    en: "(Simulated) The questionnaire was clear, a little long in one place.",
  },
];
