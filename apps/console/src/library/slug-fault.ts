import type { Language } from "@mehrwert/study";

/** What is wrong with a short name; undefined if it can be one. Whether it is taken only the server knows. */
export function slugFault(slug: string, language: Language): string | undefined {
  const say = (de: string, en: string) => (language === "de" ? de : en);
  if (slug === "") return say("Geben Sie einen Namen ein.", "Enter a name.");
  if (slug.length > 64)
    return say(
      `Der Name hat ${slug.length} Zeichen; höchstens 64 sind möglich.`,
      `The name has ${slug.length} characters; 64 are possible at most.`,
    );
  if (!/^[a-z]/.test(slug))
    return say(
      "Der Name muss mit einem Kleinbuchstaben von a bis z beginnen.",
      "The name has to begin with a lower-case letter from a to z.",
    );
  const foreign = /[^a-z0-9-]/.exec(slug)?.[0];
  if (foreign === undefined) return undefined;
  return say(
    `Erlaubt sind nur Kleinbuchstaben, Ziffern und Bindestriche, nicht „${foreign}“.`,
    `Only lower-case letters, digits and hyphens are allowed, not “${foreign}”.`,
  );
}
