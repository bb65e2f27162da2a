import loadHighs from "highs";

/** What somebody knows: a sum of counts, each times a factor, lies between two numbers. */
export type KnownSum = {
  terms: [variable: number, factor: number][];
  low: number;
  high: number;
};

const highs = await loadHighs();

/**
 * The least and the greatest whole number that a sum of counts can be, given everything known about whole numbers of
 * people. For tests: the solver is HiGHS and shares nothing with the code it is set on.
 *
 * Fractions are allowed first; only where the best of them is none of whole numbers, whole ones are asked for.
 * @throws RangeError if nothing fits what is known
 */
export function integerBounds(variables: number, known: readonly KnownSum[]) {
  const starts = [0];
  for (const { terms } of known) starts.push((starts.at(-1) ?? 0) + terms.length);
  const terms = known.flatMap((sum) => sum.terms);
  const model = highs.createModel({
    ...{ numCols: variables, numRows: known.length },
    colCost: new Array(variables).fill(0),
    colLower: new Array(variables).fill(0),
    colUpper: new Array(variables).fill(highs.infinity),
    rowLower: known.map(({ low }) => low),
    rowUpper: known.map(({ high }) => (high === Number.POSITIVE_INFINITY ? highs.infinity : high)),
    matrix: {
      ...{
        format: "csr" as const,
        numRows: known.length,
        numCols: variables,
        starts,
      },
      indices: terms.map(([variable]) => variable),
      values: terms.map(([, factor]) => factor),
    },
  });
  model.options.set({ output_flag: false, presolve: "off" });
  const whole = (isWhole: boolean) => {
    const type = highs.constants.variableType[isWhole ? "integer" : "continuous"];
    for (let variable = 0; variable < variables; variable += 1)
      model.changeColIntegrality(variable, type);
  };
  const least = (): number => {
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
      throw new RangeError("integerBounds requires something that can be true and has an end");
    return model.getObjectiveValue();
  };
  const isWhole = () =>
    [...model.getSolution().colValue].every((value) => Math.abs(value - Math.round(value)) < 1e-6);
  const bound = (sum: KnownSum["terms"], sign: 1 | -1): number => {
    for (const [variable, factor] of sum) model.changeColCost(variable, sign * factor);
    let value = least();
    if (!isWhole()) {
      whole(true);
      value = least();
      whole(false);
    }
    for (const [variable] of sum) model.changeColCost(variable, 0);
    return sign * value;
  };
  return {
    of: (sum: KnownSum["terms"]): [low: number, high: number] => [
      Math.round(bound(sum, 1)),
      Math.round(bound(sum, -1)),
    ],
    close: () => model.dispose(),
  };
}
