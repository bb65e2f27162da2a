import type { Issue, LocalizedText } from "@mehrwert/study";

/** Shorter ones are guessed; longer ones than `longest` no form fills in by mistake. */
export const passwordLength = { shortest: 12, longest: 200 } as const;

/** Words that everybody tries first, in lower case; a password that is little more than some of them is refused. */
const common =
  /(passwor[dt]|kennwort|geheim|secret|letmein|willkommen|welcome|qwert[yz]|asdfgh|iloveyou|admin|administrator|mehrwert|sommer|winter|fr[uü]hling|herbst|hallo|hello|abc|berlin|hamburg|m[uü]nchen|deutschland|germany|master|dragon|monkey|football|fussball|test|changeme|user|benutzer)/g;

function withoutDecoration(password: string): string {
  return password
    .toLowerCase()
    .replaceAll("0", "o")
    .replaceAll("@", "a")
    .replaceAll("$", "s")
    .replaceAll("3", "e")
    .replace(/[\d\W_]+$/, "");
}

/** Fewer than five different characters, or one row of the keyboard or the alphabet up and down. */
function isMonotonous(password: string): boolean {
  const characters = [...password.toLowerCase()];
  if (new Set(characters).size < 5) return true;
  const steps = characters
    .slice(1)
    .map(
      (character, at) => (character.codePointAt(0) ?? 0) - (characters[at]?.codePointAt(0) ?? 0),
    );
  return steps.filter((step) => Math.abs(step) <= 1).length >= steps.length * 0.8;
}

const fault = (message: LocalizedText, advice: LocalizedText): Issue => ({
  path: "#/password",
  severity: "error",
  message,
  advice,
});

const advice: LocalizedText = {
  de: "Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben.",
  en: "Take four words that have nothing to do with each other, for example.",
};

/**
 * What is wrong with a new password: too short or long, guessed by everybody first, or built from the person's own name. No
 * rules about kinds of characters: they make passwords no harder to guess.
 *
 * @param own what attackers know of this person: name, address
 */
export function passwordFaults(password: string, own: readonly string[]): Issue[] {
  const length = [...password].length;
  if (length < passwordLength.shortest || length > passwordLength.longest)
    return [
      fault(
        {
          de: `Ein Passwort hat hier ${passwordLength.shortest} bis ${passwordLength.longest} Zeichen.`,
          en: `A password here has ${passwordLength.shortest} to ${passwordLength.longest} characters.`,
        },
        advice,
      ),
    ];
  const bare = withoutDecoration(password);
  if (isMonotonous(password) || bare.replaceAll(common, "").length < 5)
    return [
      fault(
        {
          de: "Dieses Passwort gehört zu denen, die Angreifer zuerst probieren.",
          en: "This password is among those that attackers try first.",
        },
        advice,
      ),
    ];
  const parts = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const withoutOwn = parts
    .filter((part) => part.length >= 3)
    .reduce((left, part) => left.replaceAll(part, ""), bare);
  if (withoutOwn.length < 5)
    return [
      fault(
        {
          de: "Dieses Passwort besteht fast nur aus Ihrem Namen oder Ihrer Adresse.",
          en: "This password is little more than your name or address.",
        },
        advice,
      ),
    ];
  return [];
}
