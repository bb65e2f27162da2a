import type { ExchangeVariable } from "../exchange-project.ts";
import type { ExchangeFile } from "./exchange-file.ts";
import type { Reader } from "./reader.ts";

/** What sources are read with. */
export type SourceContext = {
  reader: Reader;
  file: ExchangeFile;
  origin: string;
  /** GUIDs of all codes. */
  codes: ReadonlySet<string>;
  variables: readonly ExchangeVariable[];
};
