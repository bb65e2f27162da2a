import type { Store } from "@mehrwert/store";
import { type Instrument, Invalid, NotFound, readInstrument } from "@mehrwert/study";
import type { Library } from "./library.ts";

/**
 * An instrument at a version; `draft` is the one being written.
 *
 * @throws NotFound if there is none
 * @throws Invalid if the draft is no instrument yet, with everything that is wrong with it
 */
export async function instrumentOrDraft(input: {
  slug: string;
  version: string;
  library: Pick<Library, "find">;
  store: Pick<Store, "libraryDraft">;
}): Promise<Instrument> {
  const { slug, version, library, store } = input;
  if (version !== "draft") {
    const found = await library.find(slug, version);
    if (found === undefined) throw new NotFound(`There is no instrument ${slug} ${version}.`);
    return found;
  }
  const result = readInstrument((await store.libraryDraft(slug)).json);
  if (!result.ok) throw new Invalid("the draft is no instrument yet", result.issues);
  return result.value;
}
