import type { DeviationLog } from "../deviation.ts";
import { derivedGuid, plainGuid } from "../guid.ts";
import type { XmlNode } from "./xml-tree.ts";

/** Reads GUIDs of things, each once, and of references to them. */
export type GuidReader = {
  /** The GUID of a thing; one that is missing or used before is replaced by one derived from its place. */
  own: (node: XmlNode, where: string) => string;
  /** The GUID that an attribute refers to; undefined if it is missing. What is no GUID counts as a name for one. */
  reference: (node: XmlNode, attribute: string) => string | undefined;
};

/** Namespace for things without a usable GUID; any fixed one will do. */
const placeNamespace = "1b9f6d2c-7a43-5e0b-8c55-2f6d0e9b7c10";

/** A reader for one file. */
export function guidReader(log: DeviationLog): GuidReader {
  const used = new Set<string>();
  const plain = (written: string | undefined, where: string): string | undefined => {
    if (written === undefined) return undefined;
    if (written.trim() === "") return undefined;
    const guid = plainGuid(written);
    if (guid === undefined) {
      log.count("bad-guid", "", `${where}: ${written}`, {
        de: "GUIDs sind keine; als Namen genommen, auch in Verweisen, und neue daraus gebildet.",
        en: "GUIDs are none; taken as names, in references too, and new ones made of them.",
      });
      return derivedGuid(placeNamespace, `written:${written.trim()}`);
    }
    if (guid !== written) {
      log.count("guid-form", "", where, {
        de: "GUIDs stehen in Großbuchstaben oder Klammern; verglichen ohne beides.",
        en: "GUIDs are in capitals or braces; compared without either.",
      });
    }
    return guid;
  };
  return {
    own: (node, where) => {
      const written = node.attributes.get("guid");
      const guid = plain(written, where);
      if (guid !== undefined && !used.has(guid)) {
        used.add(guid);
        return guid;
      }
      const made = derivedGuid(placeNamespace, `${node.name}:${where}:${used.size}`);
      used.add(made);
      if (guid === undefined) {
        log.add(
          "bad-guid",
          where,
          "Die GUID fehlt; eine neue wurde gebildet.",
          "There is no GUID; a new one was made.",
        );
      } else {
        log.add(
          "duplicate-guid",
          where,
          `Die GUID ${guid} kam schon vor; eine neue wurde gebildet.`,
          `The GUID ${guid} was used before; a new one was made.`,
        );
      }
      return made;
    },
    reference: (node, attribute) => plain(node.attributes.get(attribute), node.name),
  };
}
