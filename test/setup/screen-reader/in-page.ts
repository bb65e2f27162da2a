import { virtual } from "@guidepup/virtual-screen-reader";

/** Reads everything inside an element once, in reading order, and gives what was said. */
async function readAloud(selector: string): Promise<string[]> {
  const container = document.querySelector(selector);
  if (container === null) throw new Error(`nothing to read: ${selector}`);
  // Browsers hide it where scripts run; the reader does not know.
  for (const element of container.querySelectorAll("noscript")) element.remove();
  await virtual.start({ container });
  const most = 2000;
  for (let steps = 0; steps < most; steps += 1) {
    await virtual.next();
    if ((await virtual.lastSpokenPhrase()).startsWith(endOfAll(container))) break;
  }
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said;
}

const endOfAll = ({ tagName }: Element) =>
  `end of ${tagName === "BODY" ? "document" : tagName.toLowerCase()}`;

/** From now on listens to what the page says by itself. */
async function startListening(): Promise<void> {
  await virtual.start({ container: document.body });
}

/** What live regions said since `startListening`, each with how urgent it is: `polite: …`, `assertive: …`. */
async function stopListening(): Promise<string[]> {
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said.filter((phrase) => /^(polite|assertive): ./.test(phrase));
}

Object.assign(window, { readAloud, startListening, stopListening });
