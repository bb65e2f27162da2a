import { buildDataset, type Dataset, type DatasetParts } from "@mehrwert/study";

/**
 * A dataset built from responses that come in portions, ordered by id: as `buildDataset` makes it of all together,
 * without holding them all.
 */
export class GrownDataset {
  readonly #parts: Omit<DatasetParts, "responses">;
  #columns = new Map<string, string[]>();
  #responses = 0;

  constructor(parts: Omit<DatasetParts, "responses">) {
    this.#parts = parts;
  }

  add(responses: DatasetParts["responses"]): void {
    const { columns } = buildDataset({ ...this.#parts, responses });
    for (const [name, cells] of columns) {
      const column = this.#columns.get(name);
      // A column that only some portions have is one that results do not use: whose response, which text.
      if (column === undefined) this.#columns.set(name, [...cells]);
      else for (const cell of cells) column.push(cell);
    }
    this.#responses += responses.length;
  }

  get study(): DatasetParts["study"] {
    return this.#parts.study;
  }

  get instruments(): DatasetParts["instruments"] {
    return this.#parts.instruments;
  }

  get dataset(): Dataset {
    const { manifest, dictionary } = buildDataset({ ...this.#parts, responses: [] });
    return {
      manifest: { ...manifest, responses: this.#responses },
      dictionary,
      columns: this.#columns,
    };
  }
}
