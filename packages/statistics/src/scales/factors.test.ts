import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bivariateNormalExcess } from "../distributions/bivariate-normal.ts";
import { attitude } from "../example/attitude.ts";
import { symmetricEigen } from "../numerics/symmetric-eigen.ts";
import { seededRandom } from "../seeded-random.ts";
import { cronbachsAlpha } from "./cronbachs-alpha.ts";
import { quartimin } from "./oblique-rotation.ts";
import { omegaHierarchical } from "./omega-hierarchical.ts";
import { omegaTotal } from "./omega-total.ts";
import { ordinalAlpha, polychoricCorrelations } from "./polychoric-correlations.ts";
import { ratingTable } from "./rating-table.ts";

const departments = ratingTable(attitude);

describe("omegaTotal of the attitude ratings", () => {
  const omega = omegaTotal(departments);
  if (!omega.exists) throw new Error(omega.reason);

  test("matches lavaan 0.6.14 on the covariance metric and psych::fa on the correlation metric", () => {
    expect(omega.sense).toBe("one-factor-ml-covariance");
    expect(omega.value).toBeCloseTo(0.856326836775131, 6);
    expect(omega.senses["one-factor-ml-correlation"]).toBeCloseTo(0.840544816900635, 6);
    expect(omega.senses["one-factor-ml-observed-variance"]).toBeCloseTo(0.826318070939521, 6);
  });

  test("has psych's loadings and uniquenesses", () => {
    const loadings = [
      0.852477611319815, 0.902238263313108, 0.592706101053524, 0.730699091943284, 0.764994952484902,
      0.246093054617311, 0.377847920053247,
    ];
    for (const [item, loading] of loadings.entries()) {
      expect(omega.loadings[item]).toBeCloseTo(loading, 4);
      expect(omega.uniquenesses[item]).toBeCloseTo(1 - (omega.loadings[item] ?? 0) ** 2, 8);
    }
  });
});

test("omegaHierarchical of the attitude ratings is 0.519 and 0.906 with three minres factors (psych 2.2.9)", () => {
  const omega = omegaHierarchical(departments);
  if (!omega.exists) throw new Error(omega.reason);
  expect(Math.abs(omega.value - 0.518619083146766)).toBeLessThan(1e-3);
  expect(Math.abs(omega.omegaTotal - 0.906228653768141)).toBeLessThan(1e-3);
  expect(Math.abs(omega.generalShare - 0.572282812941661)).toBeLessThan(1e-3);
  expect(omega).toMatchObject({
    sense: "schmid-leiman-minres-quartimin",
    groupFactors: 3,
    k: 7,
    n: 30,
  });
});

describe("factor models", () => {
  test("recover a planted factor: ω total of equal loadings is α", () => {
    const random = seededRandom(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const rows = Array.from({ length: 4000 }, () => {
      const trait = normal();
      return Array.from({ length: 6 }, () => 0.7 * trait + Math.sqrt(0.51) * normal());
    });
    const omega = omegaTotal(ratingTable(rows));
    const alpha = cronbachsAlpha(ratingTable(rows));
    expect(omega.exists && omega.value).toBeCloseTo(
      (6 * 0.7) ** 2 / ((6 * 0.7) ** 2 + 6 * 0.51),
      2,
    );
    expect(omega.exists && alpha.exists && Math.abs(omega.value - alpha.raw)).toBeLessThan(2e-3);
  });

  test("name too few items, constant items and matrices that fit no data", () => {
    expect(
      omegaTotal(
        ratingTable([
          [1, 2],
          [2, 3],
          [3, 3],
        ]),
      ),
    ).toMatchObject({ reason: "too-few-items" });
    expect(omegaHierarchical(ratingTable(attitude.map((row) => row.slice(0, 5))))).toMatchObject({
      reason: "too-few-items",
    });
    expect(
      omegaTotal(
        ratingTable([
          [1, 2, 1],
          [2, 3, 1],
          [3, 3, 1],
        ]),
      ),
    ).toMatchObject({
      ...{ reason: "constant-item", items: [2] },
    });
    const twice = attitude.map((row) => [...row.slice(0, 4), row[0] ?? 0]);
    expect(omegaTotal(ratingTable(twice))).toMatchObject({ reason: "not-positive-definite" });
  });

  test("end, and end without NaN, whatever the ratings", () => {
    const anyRatings = fc.array(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 6 }),
      { minLength: 2, maxLength: 25 },
    );
    void fc.assert(
      fc.property(anyRatings, (rows) => {
        const ratings = ratingTable(rows);
        for (const result of [
          omegaTotal(ratings),
          omegaHierarchical(ratings),
          ordinalAlpha(ratings),
        ])
          expect(JSON.stringify(result).replaceAll(/"thresholds".*/g, "")).not.toContain("null");
      }),
      { numRuns: 40 },
    );
  });
});

test("quartimin leaves simple structure alone, and its loadings reproduce the unrotated ones", () => {
  const simple = [
    [0.8, 0],
    [0.7, 0],
    [0.6, 0],
    [0, 0.9],
    [0, 0.5],
  ];
  const turned = simple.map(([a = 0, b = 0]) => [0.8 * a - 0.6 * b, 0.6 * a + 0.8 * b]);
  const { loadings, factorCorrelations: phi, isConverged } = quartimin(turned);
  expect(isConverged).toBe(true);
  expect(Math.abs(phi[0]?.[1] ?? 1)).toBeLessThan(1e-6);
  for (const [item, row] of turned.entries()) {
    const [x = 0, y = 0] = loadings[item] ?? [];
    const communality = x * x + y * y + 2 * x * y * (phi[0]?.[1] ?? 0);
    expect(communality).toBeCloseTo(
      row.reduce((sum, value) => sum + value * value, 0),
      8,
    );
    expect(Math.min(Math.abs(x), Math.abs(y))).toBeLessThan(1e-6);
  }
});

describe("polychoricCorrelations", () => {
  const table = [
    [13, 6, 2, 0],
    [8, 20, 11, 3],
    [2, 9, 25, 12],
    [0, 4, 10, 25],
  ];
  const rows = table.flatMap((cells, row) =>
    cells.flatMap((count, column) => Array.from({ length: count }, () => [row + 1, column + 1])),
  );

  test("of a 4 × 4 table match a search with scipy's quadrature, with and without filled cells", () => {
    const plain = polychoricCorrelations(ratingTable(rows));
    const filled = polychoricCorrelations(ratingTable(rows), { emptyCells: 0.5 });
    expect(plain.exists && plain.matrix[1]).toBeCloseTo(0.749121491267494, 7);
    expect(filled.exists && filled.matrix[1]).toBeCloseTo(0.721988153464731, 7);
  });

  test("of a 2 × 2 table with equal halves are sin(π/2 · φ-like share) (Sheppard 1899)", () => {
    const halves = [
      ...Array(30).fill([1, 1]),
      ...Array(10).fill([1, 2]),
      ...Array(10).fill([2, 1]),
      ...Array(30).fill([2, 2]),
    ];
    const result = polychoricCorrelations(ratingTable(halves));
    // P(both below) = 1/4 + asin(ρ)/2π = 3/8
    expect(result.exists && result.matrix[1]).toBeCloseTo(Math.sin(Math.PI / 4), 9);
  });

  test("name items without variation, too many categories and pairs without exception", () => {
    expect(
      polychoricCorrelations(
        ratingTable([
          [1, 1],
          [1, 2],
        ]),
      ),
    ).toMatchObject({ reason: "constant-item" });
    expect(polychoricCorrelations(departments)).toMatchObject({ reason: "too-many-categories" });
    expect(
      polychoricCorrelations(
        ratingTable([
          [1, 1],
          [2, 2],
          [3, 3],
        ]),
      ),
    ).toMatchObject({
      ...{ reason: "separated", items: [0, 1] },
    });
    expect(
      ordinalAlpha(
        ratingTable([
          [1, null],
          [2, null],
          [null, 1],
          [null, 2],
        ]),
      ),
    ).toMatchObject({
      reason: "no-overlap",
    });
  });
});

test("bivariateNormalExcess matches mpmath, near ±1 too", () => {
  const known = [
    [0.5, -1.2, 0.3, 0.0184936737223492],
    [1, 1.1, 0.95, 0.09520878327494246],
    [-0.4, 0.7, -0.85, -0.123642564836341],
    [0.3, 0.35, 0.999, 0.2232858543853843],
    [2, -1, -0.9, -0.01889214495519828],
  ];
  for (const [h = 0, k = 0, rho = 0, expected = 0] of known)
    expect(bivariateNormalExcess(h, k, rho)).toBeCloseTo(expected, 12);
});

test("symmetricEigen gives vectors v with Av = λv, of length 1, values descending", () => {
  const anyMatrix = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
    minLength: 10,
    maxLength: 10,
  });
  void fc.assert(
    fc.property(anyMatrix, (cells) => {
      const at = (i: number, j: number) =>
        cells[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)] ?? 0;
      const matrix = Array.from({ length: 16 }, (_, cell) => at(Math.floor(cell / 4), cell % 4));
      const { values, vectors } = symmetricEigen(matrix, 4);
      expect([...values].sort((a, b) => b - a)).toEqual(values);
      for (const [index, vector] of vectors.entries()) {
        expect(vector.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 10);
        for (let i = 0; i < 4; i += 1) {
          const product = vector.reduce((sum, x, j) => sum + at(i, j) * x, 0);
          expect(product).toBeCloseTo((values[index] ?? 0) * (vector[i] ?? 0), 8);
        }
      }
    }),
  );
});
