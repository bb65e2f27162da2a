import { Command } from "commander";
import { keepToken, tokensFile } from "./kept-tokens.ts";
import { addressOnServer, defaultServer, replyOf } from "./running-server.ts";
import { badInput, type CommandContext } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

/** `mehrwert login`: keeps an access token for a server, after asking the server whose it is. */
export function loginCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const server = defaultServer(context.shell.env);
  return new Command("login")
    .description(
      text(
        "einen Zugangsschlüssel für einen Server merken",
        "remember an access token for a server",
      ),
    )
    .usage(text("[Optionen]", "[options]"))
    .option(
      "--server <url>",
      text(`Adresse des Servers, sonst ${server}`, `address of the server, else ${server}`),
    )
    .addHelpText(
      "after",
      text(
        `\nDer Schlüssel wird von der Standardeingabe gelesen, nie aus der Befehlszeile; ausgestellt wird er unter /console/account.\nFür Skripte: MEHRWERT_TOKEN.\n\nBeispiel:\n  ${typedCommand} login < schlüssel.txt`,
        `\nThe token is read from standard input, never from the command line; it is issued at /console/account.\nFor scripts: MEHRWERT_TOKEN.\n\nExample:\n  ${typedCommand} login < token.txt`,
      ),
    )
    .action((options: { server?: string }) => login(options.server ?? server, context));
}

async function login(server: string, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const url = addressOnServer(server, "api/me");
  const prompt = { de: "Zugangsschlüssel: ", en: "Access token: " };
  if (shell.stderr.isTTY) shell.stderr.write(prompt[language]);
  const token = ((await shell.readLine?.()) ?? "").trim();
  if (!/^mw_[A-Za-z0-9_-]{43}$/.test(token))
    throw badInput(
      "Das ist kein Zugangsschlüssel. Er beginnt mit mw_ und wird unter /console/account ausgestellt.",
      "This is no access token. It begins with mw_ and is issued at /console/account.",
    );
  const asWith = { ...context, shell: { ...shell, env: { ...shell.env, MEHRWERT_TOKEN: token } } };
  const reply = await replyOf(url, asWith);
  const name = nameIn(await reply.json().catch(() => undefined));
  if (!reply.ok || name === undefined)
    throw badInput(
      `Der Server ${url.origin} nimmt diesen Schlüssel nicht an (HTTP ${reply.status}).`,
      `The server ${url.origin} does not accept this token (HTTP ${reply.status}).`,
    );
  keepToken(url.origin, token, shell.env);
  const done = {
    de: `Angemeldet bei ${url.origin} als ${name}. Der Schlüssel liegt in ${tokensFile(shell.env)}.`,
    en: `Signed in at ${url.origin} as ${name}. The token lies in ${tokensFile(shell.env)}.`,
  };
  shell.stdout.write(`${done[language]}\n`);
}

function nameIn(me: unknown): string | undefined {
  const isNamed = typeof me === "object" && me !== null && "name" in me;
  return isNamed && typeof me.name === "string" ? me.name : undefined;
}
