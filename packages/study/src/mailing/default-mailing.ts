import type { Mailing } from "./mailing-schema.ts";

/** What a study writes until somebody writes something better: neutral, short, without a promise of its own. */
export const defaultMailing: Mailing = {
  language: "de",
  perMinute: 60,
  reminders: 2,
  invitation: {
    subject: { de: "Einladung zur Befragung: {study}", en: "Invitation to a survey: {study}" },
    body: {
      de: `{greeting}

wir laden Sie ein, an der Befragung „{study}“ teilzunehmen. Die Teilnahme ist freiwillig.

Ihr persönlicher Link:
{link}

Er gilt für eine Teilnahme; bitte geben Sie ihn nicht weiter. Wozu die Befragung dient, was mit Ihren Antworten geschieht und wer sie verantwortet, lesen Sie dort, bevor Sie beginnen.`,
      en: `{greeting}

We invite you to take part in the survey “{study}”. Taking part is voluntary.

Your personal link:
{link}

It is good for taking part once; please do not pass it on. What the survey is for, what happens to your answers and who is responsible is explained there before you begin.`,
    },
  },
  reminder: {
    subject: { de: "Erinnerung: {study}", en: "Reminder: {study}" },
    body: {
      de: `{greeting}

vor einiger Zeit haben wir Sie zur Befragung „{study}“ eingeladen. Falls Sie teilgenommen haben, danken wir Ihnen; dann ist nichts weiter zu tun.

Falls nicht: Die Befragung läuft noch, und Ihre Sicht fehlt. Ihr persönlicher Link:
{link}

Die Teilnahme ist freiwillig.`,
      en: `{greeting}

Some time ago we invited you to the survey “{study}”. If you have taken part, thank you; there is nothing more to do.

If not: the survey is still open, and your view is missing. Your personal link:
{link}

Taking part is voluntary.`,
    },
  },
};
