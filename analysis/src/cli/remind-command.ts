import {
  type LocalizedText,
  type ReminderObstacle,
  remindedReplySchema,
  reminderForecastSchema,
} from "@mehrwert/study";
import type { Command } from "commander";
import { asJson, type FieldOptions, fieldCommand, fieldReply, understood } from "./field-server.ts";
import { badInput, type CommandContext } from "./shell.ts";

type RemindOptions = FieldOptions & { send?: boolean; everybody?: boolean };

const obstacles: Record<ReminderObstacle, LocalizedText> = {
  "not-fielding": { de: "Die Erhebung läuft nicht.", en: "The study is not in the field." },
  "nobody-invited": {
    de: "Noch niemand ist per Mail eingeladen.",
    en: "Nobody has been invited by mail yet.",
  },
  "mails-under-way": {
    de: "Es sind noch Mails unterwegs oder ungewiss.",
    en: "Mails are still under way or uncertain.",
  },
  "same-day": { de: "Heute ist schon eine Runde hinausgegangen.", en: "A round has left today." },
  "rounds-used-up": {
    de: "Die erlaubten Runden sind verbraucht.",
    en: "The rounds that are allowed are used up.",
  },
  "too-few-begun": {
    de: "Seit der letzten Runde haben zu wenige begonnen; eine Erinnerung würde verraten, wer es war.",
    en: "Too few have begun since the last round; a reminder would tell who they are.",
  },
  "too-few-left": {
    de: "Es fehlen nur noch wenige; eine Erinnerung an sie allein würde sie verraten. Mit --everybody gehen die Mails an alle.",
    en: "Only few are left; a reminder to them alone would give them away. With --everybody the mails go to all.",
  },
  "nobody-left": { de: "Alle haben begonnen.", en: "Everybody has begun." },
};

/** `mehrwert remind`: says what the next round of reminders would be, and sends it where `--send` says so. */
export function remindCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return fieldCommand(
    "remind",
    text(
      "die nächste Erinnerungsrunde einer Studie ansehen und senden",
      "look at the next round of reminders of a study and send it",
    ),
    context,
  )
    .option(
      "--everybody",
      text(
        "an alle Eingeladenen, auch wer teilgenommen hat",
        "to everybody invited, also who has taken part",
      ),
    )
    .option(
      "--send",
      text(
        "wirklich senden; ohne das wird nur nachgesehen",
        "really send; without it nothing is sent",
      ),
    )
    .action((options: RemindOptions) => remind(options, context));
}

async function remind(options: RemindOptions, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const to = options.everybody === true ? "everybody" : "not-begun";
  const { round, people, obstacle } = understood(
    reminderForecastSchema.safeParse(await fieldReply(options, `reminders?to=${to}`, context)),
  );
  if (obstacle !== undefined) throw badInput(obstacles[obstacle].de, obstacles[obstacle].en);
  const whom =
    people === undefined
      ? ""
      : { de: ` an ${people} Personen`, en: ` to ${people} people` }[language];
  if (options.send !== true) {
    const next = {
      de: `Runde ${round}${whom} kann gesendet werden, mit --send.`,
      en: `Round ${round}${whom} can be sent, with --send.`,
    };
    shell.stdout.write(`${next[language]}\n`);
    return;
  }
  const reply = await fieldReply(options, "reminders", context, asJson({ round, to }));
  const { reminded } = understood(remindedReplySchema.safeParse(reply));
  const done = {
    de: `${reminded} Personen werden erinnert.`,
    en: `${reminded} people are reminded.`,
  };
  shell.stdout.write(`${done[language]}\n`);
}
