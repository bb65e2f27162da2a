/** Units given to two coders, from a table of counts: counts[coder 1][coder 2]; values are 0, 1, … */
export function unitsFromTable(counts: readonly (readonly number[])[]): number[][] {
  return counts.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  );
}

/** Units from columns of characters, one string per coder; "." is no value. */
function columns(...coders: string[]): (number | null)[][] {
  return [...(coders[0] ?? "")].map((_, unit) =>
    coders.map((values) => (values[unit] === "." ? null : Number(values[unit]))),
  );
}

/** Cohen (1960), p. 45: two clinicians, 200 patients, three diagnoses. */
export const cohen1960 = unitsFromTable([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);

/** Brennan and Prediger (1981), p. 689 and p. 691; proportions of three categories times 100. */
export const brennanPrediger1981 = [
  unitsFromTable([
    [50, 0, 0],
    [10, 10, 10],
    [20, 0, 0],
  ]),
  unitsFromTable([
    [50, 0, 10],
    [0, 10, 10],
    [10, 10, 0],
  ]),
];

/** Artstein and Poesio (2008), p. 558 and p. 568: dialogue acts of 100 utterances. */
export const artsteinPoesio2008 = [
  unitsFromTable([
    [20, 10],
    [20, 50],
  ]),
  unitsFromTable([
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ]),
];

/** Gwet (2014), Handbook of inter-rater reliability, 4th ed., table 4.1: two abstractors, 100 pregnancies. */
export const gwetAbstractors = unitsFromTable([
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]);

/** Fleiss (1971), table 1: 30 patients, six psychiatrists each, five diagnoses; counts per diagnosis. */
export const fleiss1971 = [
  ...["00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006"],
  ...["10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203"],
  ...["00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006"],
].map((counts) => [...counts].flatMap((count, value) => Array(Number(count)).fill(value)));

/** Krippendorff (2004), Content analysis, 2nd ed., p. 224: two coders, ten units, two values. */
export const krippendorffBinary = columns("1100000000", "0110010100");

/** Krippendorff (2004), p. 227: two coders, twelve units, three values. */
export const krippendorffThreeValues = columns("001111122222", "011111222222");

/** Krippendorff (2004), p. 230, and (2011), Computing α-reliability: four coders, twelve units, with missing values. */
export const krippendorffFourCoders = columns(
  "123321412...",
  "1233224125.3",
  ".3332342251.",
  "12332441251.",
);

/** Krippendorff (2011), example of two observers, twelve units, values a to e as 0 to 4. */
export const krippendorffFiveValues = columns("001132224330", "101112224333");

/** Krippendorff (1980), Content analysis, 1st ed., p. 139: three coders, nine units. */
export const krippendorffThreeCoders = columns("112412132", "122442232", "122442332");

/** Hayes and Krippendorff (2007), table 1: five observers, 40 articles, tone from 0 to 3, with missing values. */
export const hayesKrippendorff2007 = columns(
  "112.001122.01311211000201001111223222221",
  "1130000.21102311121000302102111122222221",
  "203000222100221123001.30.1012202.2232.21",
  ".13....0.10022...31.103021122..122...12.",
  "2..0001.2....3112..0.0..2.0..20.2.2222.1",
);

/**
 * Krippendorff (2019), Content analysis, 4th ed., figure 12.11: three observers (Alex, Paul, Suzan), a continuum of 60
 * positions, codes 1 to 7.
 */
export const krippendorffSegments = {
  length: 60,
  coderCount: 3,
  codeCount: 7,
  segments: [
    ...segmentsOf(0, "1:0-7 2:7-13 5:30-32 6:32-37 6:37-44 7:44-60"),
    ...segmentsOf(1, "1:0-7 3:7-13 5:13-21 6:32-44"),
    ...segmentsOf(2, "1:0-7 4:7-13 5:13-21 6:32-37 6:37-41 6:41-44"),
  ],
};

/** Segments of one coder, written `code:start-end`, codes from 1. */
export function segmentsOf(coder: number, text: string) {
  return text.split(" ").map((written) => {
    const [code = 0, start = 0, end = 0] = written.split(/[:-]/).map(Number);
    return { coder, code: code - 1, start, end };
  });
}
