import type { MaxDiffTerm } from "./maxdiff-choices.ts";

/**
 * How a best–worst choice is thought to come about; the three give different numbers.
 *
 * "pair": the pair (best, worst) with the greatest difference is chosen. "marginal": best and worst are chosen
 * independently, each from all items shown. "sequential": best first, then worst from the rest.
 */
export type MaxDiffLikelihood = "pair" | "marginal" | "sequential";

/** Log-probability of one answer, its slopes, and the curvature (information) to add up; by place in `shown`. */
export type TermValue = { logP: number; slopes: number[]; information: number[][] };

/**
 * Log-likelihood of one answer under utilities, with first and second derivatives.
 *
 * Source: Marley and Louviere (2005), Journal of Mathematical Psychology 49, 464–480 (maxdiff, that is "pair");
 * Marley and Pihlens (2012), 56, 24–34 ("sequential"); "marginal" as in Aizawa's support.BWS manual.
 * @example termValue({ shown: [0, 1], best: 0, worst: 1, count: 1 }, [0, 0], "pair").logP // −ln 2
 */
export function termValue(
  term: MaxDiffTerm,
  utilities: readonly number[],
  likelihood: MaxDiffLikelihood,
): TermValue {
  const u = term.shown.map((item) => utilities[item] ?? 0);
  const [b, w] = [term.shown.indexOf(term.best), term.shown.indexOf(term.worst)];
  if (likelihood === "pair") return pairValue(u, b, w);
  const all = u.map(() => true);
  const best = choiceValue(u, b, 1, all);
  const left = likelihood === "sequential" ? u.map((_, place) => place !== b) : all;
  const worst = choiceValue(u, w, -1, left);
  return {
    logP: best.logP + worst.logP,
    slopes: best.slopes.map((slope, i) => slope + (worst.slopes[i] ?? 0)),
    information: best.information.map((row, i) =>
      row.map((cell, j) => cell + (worst.information[i]?.[j] ?? 0)),
    ),
  };
}

/** One choice from those open, the highest (sign 1) or the lowest (sign −1) utility being likeliest. */
function choiceValue(u: number[], chosen: number, sign: 1 | -1, isOpen: boolean[]): TermValue {
  const top = Math.max(...u.map((value, i) => (isOpen[i] === true ? sign * value : -Infinity)));
  const weights = u.map((value, i) => (isOpen[i] === true ? Math.exp(sign * value - top) : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const p = weights.map((weight) => weight / total);
  return {
    logP: sign * (u[chosen] ?? 0) - top - Math.log(total),
    slopes: p.map((share, i) => sign * (Number(i === chosen) - share)),
    information: p.map((pi, i) => p.map((pj, j) => (i === j ? pi : 0) - pi * pj)),
  };
}

function pairValue(u: number[], b: number, w: number): TermValue {
  const top = Math.max(...u) - Math.min(...u);
  const odds = u.map((ui, i) => u.map((uj, j) => (i === j ? 0 : Math.exp(ui - uj - top))));
  const total = odds.flat().reduce((sum, value) => sum + value, 0);
  const p = odds.map((row) => row.map((value) => value / total));
  const best = p.map((row) => row.reduce((sum, value) => sum + value, 0));
  const worst = p.map((_, j) => p.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const mean = best.map((share, i) => share - (worst[i] ?? 0));
  return {
    logP: (u[b] ?? 0) - (u[w] ?? 0) - top - Math.log(total),
    slopes: mean.map((expected, i) => Number(i === b) - Number(i === w) - expected),
    information: mean.map((mi, i) =>
      mean.map((mj, j) => {
        const both =
          i === j ? (best[i] ?? 0) + (worst[i] ?? 0) : -(p[i]?.[j] ?? 0) - (p[j]?.[i] ?? 0);
        return both - mi * mj;
      }),
    ),
  };
}

/**
 * Log-likelihood of one answer if all items were alike.
 *
 * @example nullLogP(4, "pair") // −ln 12
 */
export function nullLogP(shown: number, likelihood: MaxDiffLikelihood): number {
  return likelihood === "marginal" ? -2 * Math.log(shown) : -Math.log(shown * (shown - 1));
}
