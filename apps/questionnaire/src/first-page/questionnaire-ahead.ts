import { type Loaded, loadStudy } from "../study-client.ts";
import type { Ways } from "./ways-in.ts";

/** The questionnaire while it is on its way: its code, and the study with its instrument. */
export type QuestionnaireAhead = {
  /** Asks for both without being in anybody's way; failures are told to whoever needs them. */
  fetchNow: (onWays: (ways: Ways) => void) => void;
  /** Both, as soon as they are there. Rejects if the code does not arrive. */
  arrived: () => Promise<{ mount: MountApp; ways: Ways; loaded: Loaded }>;
};

type MountApp = typeof import("../mount-app.tsx").mountApp;

/** Fetches the questionnaire's code and the study at most once; a study that did not arrive is asked for again. */
export function questionnaireAhead(
  slug: string,
  begunWith: string | undefined,
): QuestionnaireAhead {
  let code: Promise<{ mount: MountApp; ways: Ways }> | undefined;
  let study: Promise<Loaded> | undefined;
  const fetchCode = () => {
    code ??= Promise.all([import("../mount-app.tsx"), import("./ways-in.ts")]).then(
      ([{ mountApp: mount }, { ways }]) => ({ mount, ways }),
    );
    return code;
  };
  const fetchStudy = () => {
    study ??= loadStudy(slug, begunWith);
    return study;
  };
  return {
    fetchNow: (onWays) => {
      fetchCode().then(
        ({ ways }) => onWays(ways),
        () => undefined,
      );
      void fetchStudy();
    },
    arrived: async () => {
      const [arrived, first] = await Promise.all([fetchCode(), fetchStudy()]);
      if (first.state === "loaded") return { ...arrived, loaded: first };
      study = undefined;
      return { ...arrived, loaded: await fetchStudy() };
    },
  };
}
