import { coderNames } from "./part-names.ts";
import type { TakeContext } from "./take-context.ts";

/** The coder that a GUID of a user stands for; undefined if no user was named. */
export type PeopleMap = (guid: string | undefined) => string | undefined;

/** Users as coders, in the agreed form. A reference to nobody known becomes a coder called `unknown`. */
export function takePeople({ exchange, settings, record, log }: TakeContext): PeopleMap {
  const names = coderNames();
  const people = new Map<string, string>();
  const native = settings.native?.users ?? {};
  for (const { guid } of exchange.users) {
    const known = native[guid];
    if (known !== undefined) names.reserve(known);
  }
  for (const { guid, name } of exchange.users) {
    const given = native[guid] === undefined ? names.give(name) : undefined;
    const coder = given?.name ?? native[guid] ?? "";
    if (given?.isOther === true) {
      log.add(
        "duplicate-name",
        `User “${name}”`,
        `Eine andere Person heißt hier schon so; diese heißt nun ${coder}.`,
        `Another person is called so here already; this one is called ${coder} now.`,
      );
    }
    people.set(guid, coder);
    record.guids[`user:${coder}`] = guid;
    if (name !== coder && name !== "") record.names[`user:${coder}`] = name;
  }
  return (guid) => {
    if (guid === undefined) return undefined;
    const known = people.get(guid);
    if (known !== undefined) return known;
    log.count("dangling-reference", guid, `User ${guid}`, {
      de: "Diese Person steht nicht in der Datei; ihre Arbeit steht nun unter „unknown“.",
      en: "This person is not in the file; the work stands under “unknown” now.",
    });
    const coder = names.give("unknown").name;
    people.set(guid, coder);
    record.guids[`user:${coder}`] = guid;
    return coder;
  };
}
