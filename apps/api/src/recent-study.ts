import type { Study } from "@mehrwert/study";
import type { AppDependencies } from "./app-dependencies.ts";

const keptMs = 1_000;

/**
 * A study as it was at most a second ago, so that saving does not read it anew each time; that second is taken from a
 * clock that nobody can set. What must hold to the letter,
 * such as its status, is checked where things are stored. `renewed` reads it anew: for those about to refuse somebody
 * because of what they found here.
 */
export function recentStudies({ store }: { store: Pick<AppDependencies["store"], "study"> }) {
  const kept = new Map<string, { study: Study; until: number }>();
  const renewed = async (slug: string): Promise<Study> => {
    const study = await store.study(slug);
    kept.set(slug, { study, until: performance.now() + keptMs });
    return study;
  };
  const recent = async (slug: string): Promise<Study> => {
    const known = kept.get(slug);
    return known !== undefined && performance.now() < known.until ? known.study : renewed(slug);
  };
  return { recent, renewed };
}
