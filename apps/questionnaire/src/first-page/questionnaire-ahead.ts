import { type Loaded, loadStudy } from "../study-client.ts";

/** The questionnaire while it is on its way: its code, and the study with its instrument. */
export type QuestionnaireAhead = {
  /** Asks for both without being in anybody's way; failures are told to whoever needs them. */
  fetchNow: () => void;
  /** Both, as soon as they are there. Rejects if the code does not arrive. */
  arrived: () => Promise<{ mount: MountApp; loaded: Loaded }>;
};

type MountApp = typeof import("../mount-app.tsx").mountApp;

/** Fetches the questionnaire's code and the study at most once; a study that did not arrive is asked for again. */
export function questionnaireAhead(
  slug: string,
  begunWith: string | undefined,
): QuestionnaireAhead {
  let code: Promise<MountApp> | undefined;
  let study: Promise<Loaded> | undefined;
  const fetchCode = () => {
    code ??= import("../mount-app.tsx").then(({ mountApp }) => mountApp);
    return code;
  };
  const fetchStudy = () => {
    study ??= loadStudy(slug, begunWith);
    return study;
  };
  return {
    fetchNow: () => {
      fetchCode().catch(() => undefined);
      void fetchStudy();
    },
    arrived: async () => {
      const [mount, first] = await Promise.all([fetchCode(), fetchStudy()]);
      if (first.state === "loaded") return { mount, loaded: first };
      study = undefined;
      return { mount, loaded: await fetchStudy() };
    },
  };
}
