import { type AccessibilityFeedback, accessibilityFeedbackListSchema } from "@mehrwert/study";
import { Command } from "commander";
import { addressOnServer, defaultServer, replyOf } from "./running-server.ts";
import { badInput, type CommandContext } from "./shell.ts";

/** `mehrwert feedback`: what people reported about barriers, from a running server. */
export function feedbackCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const server = defaultServer(context.shell.env);
  return new Command("feedback")
    .description(
      text(
        "gemeldete Barrieren vom laufenden Server lesen",
        "read from the running server which barriers were reported",
      ),
    )
    .usage(text("[Optionen]", "[options]"))
    .option(
      "--server <url>",
      text(`Adresse des Servers, sonst ${server}`, `address of the server, else ${server}`),
    )
    .action((options: { server?: string }) => showFeedback(options.server ?? server, context));
}

async function showFeedback(server: string, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const url = addressOnServer(server, "api/accessibility-feedback");
  const reply = await replyOf(url, context);
  if (reply.status === 403) {
    throw badInput(
      `Meldungen über Barrieren liest nur, wer ${url.origin} verwaltet: in der Konsole oder mit einem Schlüssel, der „feedback:read“ darf.`,
      `Messages about barriers are read by those who administer ${url.origin}: in the console, or with a token that has “feedback:read”.`,
    );
  }
  const read = accessibilityFeedbackListSchema.safeParse(await reply.json().catch(() => undefined));
  if (!reply.ok || !read.success) {
    throw badInput(
      `Der Server ${url.origin} gibt die Meldungen nicht heraus (HTTP ${reply.status}).`,
      `The server ${url.origin} does not hand out the messages (HTTP ${reply.status}).`,
    );
  }
  const { feedback } = read.data;
  const none = { de: "Es ist keine Barriere gemeldet.", en: "No barrier has been reported." };
  const lines = feedback.map((each) => feedbackBlock(each, context));
  shell.stdout.write(`${feedback.length === 0 ? none[language] : lines.join("\n\n")}\n`);
}

function feedbackBlock(
  { day, place, replyTo, barrier }: AccessibilityFeedback,
  { language }: CommandContext,
): string {
  const noReply = { de: "keine Antwort gewünscht", en: "no reply wanted" };
  const label = { de: "Antwort an", en: "reply to" };
  const answer = replyTo === undefined ? noReply[language] : `${label[language]}: ${line(replyTo)}`;
  const head = [day, ...(place === undefined ? [] : [line(place)]), answer].join(" · ");
  const text = barrier.split("\n").map((each) => `  ${line(each)}`);
  return [head, ...text].join("\n");
}

/** Text of strangers on one line of a terminal: without characters that could steer it or hide something. */
function line(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}
