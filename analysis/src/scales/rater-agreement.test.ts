import { expect, test } from "vitest";
import { raterAgreement } from "./rater-agreement.ts";
import { raterCsv, raterDocument } from "./rater-document.ts";
import { raterReport } from "./rater-report.ts";
import { ratingsFromCsv } from "./ratings-csv.ts";

function agreementOf(text: string) {
  const source = ratingsFromCsv(text, { fileName: "raters.csv" });
  const [ratings] = source.ok ? source.value.scales : [];
  if (ratings === undefined) throw new Error("no ratings");
  const agreement = raterAgreement(ratings);
  const reports = (["de", "en"] as const).map((language) =>
    raterReport(agreement, { fileName: "raters.csv", language, softwareVersion: "0.0.0" }),
  );
  return { agreement, reports, document: raterDocument(agreement, "raters.csv", "0.0.0") };
}

// Shrout and Fleiss (1979), table 2: six targets, four judges.
const shroutAndFleiss = "a,b,c,d\n9,2,5,8\n6,1,3,2\n8,4,6,8\n7,1,2,6\n10,5,6,9\n6,2,4,7\n";

test("raters gives the intraclass correlations of Shrout and Fleiss", () => {
  const { document, reports, agreement } = agreementOf(shroutAndFleiss);
  expect(document).toMatchObject({ n: 6, complete: 6, raters: ["a", "b", "c", "d"] });
  const { icc } = agreement;
  if (!icc.exists) throw new Error(icc.reason);
  // Their table 4.
  expect(icc.icc1.single.value).toBeCloseTo(0.17, 2);
  expect(icc.icc2.single.value).toBeCloseTo(0.29, 2);
  expect(icc.icc3.single.value).toBeCloseTo(0.71, 2);
  expect(icc.icc2.average?.value).toBeCloseTo(0.62, 2);
  expect(reports[0]?.sections[0]?.sentences[0]).toContain("ICC(2,1) = 0,29");
  expect(raterCsv(agreement, "0.0.0").trim().split("\r\n")).toHaveLength(7);
});

test.each([
  ["one rater", "a\n1\n2\n", "one-item"],
  ["one thing", "a,b\n1,2\n", "fewer-than-two-respondents"],
  ["nothing", "a,b\n", "fewer-than-two-respondents"],
  ["the same everywhere", "a,b\n3,3\n3,3\n", "no-variance"],
  ["a fixed distance", "a,b\n1,2\n2,3\n4,5\n", "perfect-agreement"],
])("raters names the reason for %s", (_, text, reason) => {
  const { document, reports } = agreementOf(text);
  expect(document).toMatchObject({ icc: null, reason });
  expect(JSON.stringify([document, reports])).not.toMatch(/NaN|undefined|Infinity/);
  expect(reports[1]?.sections[0]?.sentences[0]).toContain("cannot be said");
});
