import { describe, expect, test } from "vitest";
import { exampleFile } from "./example/example-files.ts";
import { importedExample, linesAbout, questionsOf } from "./example/imported-example.ts";
import { importInstrument } from "./import-instrument.ts";

describe.each(["lss/team-climate.lss", "tsv/team-climate.txt"])("%s, simple and German", (path) => {
  const imported = importedExample(path);
  const questions = questionsOf(imported);

  test("becomes pages with a consent page of ours before them", () => {
    const { pages, mehrwert, title } = imported.instrument;
    expect(title.de).toBe("Zusammenarbeit im Netzwerk");
    expect(pages.map((page) => page.title.de)).toEqual([
      "Einwilligung",
      "Teilnahme",
      "Zusammenarbeit",
    ]);
    expect(mehrwert.consent).toEqual({ question: "consent", given: "yes" });
    expect(mehrwert.languages).toEqual(["de"]);
    expect(imported.report.toComplete.map(({ path }) => path)).toContain("/pages/0");
  });

  test("puts an introduction above the questions it introduces", () => {
    expect(imported.instrument.pages[1]?.description?.de).toBe(
      "Zuerst geht es um Ihre Teilnahme am Netzwerk.",
    );
  });

  test("knows “keine Angabe” and puts it last", () => {
    expect(questions.get("seit")).toMatchObject({
      type: "radiogroup",
      choices: [{ value: "a1" }, { value: "a2" }, { value: "a4" }, { value: "refused" }],
    });
    expect(linesAbout(imported, "seit").join()).toContain("A3 → refused");
  });

  test("cuts a bounded number into bands and leaves out one without bounds", () => {
    expect(questions.get("treffen")).toMatchObject({
      type: "number-band",
      bands: [{ from: 0, to: 4 }, { from: 5 }, { from: 10 }, { from: 15 }, { from: 20, to: 24 }],
    });
    expect(questions.has("alter")).toBe(false);
    expect(linesAbout(imported, "alter").join()).toMatch(/^left-out: number without bounds/);
  });

  test("makes an array a matrix with one scale and an item for each row", () => {
    expect(questions.get("klima")).toMatchObject({
      type: "matrix",
      rowOrder: "random",
      description: { de: "Antworten Sie spontan." },
      rows: [{ value: "klima-sq001" }, { value: "klima-sq002" }, { value: "klima-sq003" }],
    });
    const { scales, items } = imported.instrument.mehrwert;
    expect(scales.map(({ options }) => options.map(({ code }) => code))).toEqual([[1, 2, 3, 4, 5]]);
    expect(items.filter(({ question }) => question === "klima")).toHaveLength(3);
  });

  test("asks for every missing translation", () => {
    const missing = imported.report.toComplete.filter(({ what }) =>
      /English texts missing/.test(what.en),
    );
    expect(missing.length).toBeGreaterThan(5);
    expect(missing.map(({ path }) => path)).toContain("/pages/2/elements/0");
  });
});

describe.each(["lss/network-routing.lss", "tsv/network-routing.txt"])(
  "%s, routed, three languages",
  (path) => {
    const imported = importedExample(path);
    const questions = questionsOf(imported);

    test("keeps German and English and reports the third language", () => {
      expect(questions.get("role")?.title).toEqual({
        de: "Welche Rolle haben Sie?",
        en: "What is your role?",
      });
      expect(imported.instrument.mehrwert.languages).toEqual(["de", "en"]);
      expect(linesAbout(imported, "–")).toContain(
        "left-out: language version “fr” → not carried over",
      );
    });

    test("takes the file's own question for consent", () => {
      expect(imported.instrument.mehrwert.consent).toEqual({ question: "consent", given: "y" });
      expect(imported.instrument.pages[0]?.elements.map(({ name }) => name)).toEqual(["consent"]);
    });

    test("translates relevance of groups and questions", () => {
      expect(imported.instrument.pages[1]?.visibleIf).toBe("{consent} = 'y'");
      expect(questions.get("formats")?.visibleIf).toBe("{role} = 'lead' or {role} = 'member'");
      expect(questions.get("workshop")?.visibleIf).toBe(
        "{formats} contains 'sq001' and {role} notempty",
      );
      expect(questions.get("better")?.visibleIf).toBe(
        "{workshop.workshop-sq001} <= 2 or {workshop.workshop-sq002} < 3",
      );
    });

    test("reports relevance that it cannot translate, with its wording", () => {
      expect(questions.get("city")?.visibleIf).toBeUndefined();
      expect(linesAbout(imported, "city").join()).toContain('regexMatch("/^B/", role_other.NAOK)');
    });

    test("makes “other” a question of its own", () => {
      expect(questions.get("role")).toMatchObject({ isRequired: true, choicesOrder: "random" });
      expect(questions.get("role-other")).toMatchObject({
        type: "text",
        visibleIf: "{role} = 'oth'",
        title: { de: "Andere Rolle – bitte angeben", en: "Another role – please specify" },
      });
    });

    test("keeps limits of a multiple choice and reports what excludes others", () => {
      expect(questions.get("formats")).toMatchObject({
        minSelectedChoices: 1,
        maxSelectedChoices: 2,
      });
      expect(linesAbout(imported, "formats").join()).toContain("excludes all others");
    });

    test("replaces insertions and reports them", () => {
      expect(questions.get("better")?.title.de).toBe("Was war an den Workshops … nicht gut?");
      expect(linesAbout(imported, "better").join()).toContain("{role.shown}");
    });

    test("reports quotas", () => {
      expect(linesAbout(imported, "–").join()).toContain("quotas: 1");
    });
  },
);

test("an old name of an answer (sid, gid, qid) is understood in .lss", () => {
  const questions = questionsOf(importedExample("lss/network-routing.lss"));
  expect(questions.get("unit")?.visibleIf).toBe("{role} <> 'none'");
});

describe("lss/value-ranking.lss, with ranking and unusual types", () => {
  const imported = importedExample("lss/value-ranking.lss");
  const questions = questionsOf(imported);

  test("makes a ranking with its variable", () => {
    expect(questions.get("vd")).toMatchObject({
      type: "ranking",
      choicesOrder: "random",
      maxSelectedChoices: 3,
      choices: [{ value: "vd-1" }, { value: "vd-2" }, { value: "vd-3" }, { value: "vd-4" }],
    });
    expect(imported.instrument.mehrwert.rankings).toMatchObject([
      { question: "vd", topK: 3, names: { "vd-1": "knowledge-transfer", "vd-4": "joint-results" } },
    ]);
  });

  test("makes a dual-scale array a double rating", () => {
    expect(questions.get("ip")).toMatchObject({
      type: "double-rating",
      ratings: [
        { text: { en: "Importance" }, columns: [{ value: 1 }, { value: 2 }, { value: 3 }] },
        { columns: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: "dk" }] },
      ],
    });
    expect(
      imported.instrument.mehrwert.items.filter(({ question }) => question === "ip"),
    ).toHaveLength(4);
  });

  test("lets nothing executable through", () => {
    expect(JSON.stringify(imported.instrument)).not.toMatch(/<script|alert\(|onerror/);
    expect(linesAbout(imported, "VD").join()).toContain("script");
    expect(linesAbout(imported, "start").join()).toContain("onerror");
  });

  test("says of every type without counterpart what to do", () => {
    for (const code of ["grid", "calc", "upload", "secret"]) {
      expect(linesAbout(imported, code).join()).toMatch(/^left-out/);
    }
    expect(linesAbout(imported, "why").join()).toContain("setting array_filter: names");
  });

  test("splits fields into questions, and keeps groups in random order", () => {
    expect(questions.get("names-t1")?.title.en).toBe("Name two topics – first topic");
    expect(imported.instrument.mehrwert.blocks).toEqual([
      { name: "block-r1", pages: ["g1", "g2"] },
    ]);
  });
});

test("a table in Latin-1 is read as such and says so", () => {
  const imported = importedExample("tsv/value-ranking-latin1.txt");
  expect(imported.report.encoding).toContain("Latin-1");
  expect(questionsOf(imported).get("vd")).toMatchObject({
    choices: [{}, { text: { de: "Kontakte knüpfen" } }, {}, {}],
  });
});

test("tables in UTF-8 with and without mark and in UTF-16 give the same instrument", () => {
  const { bytes } = exampleFile("tsv/network-routing.txt");
  const text = new TextDecoder().decode(bytes);
  const wide = Uint8Array.from([
    0xff,
    0xfe,
    ...[...text].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return [code & 255, code >> 8];
    }),
  ]);
  const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]);
  const [plain, ...others] = [bytes, wide, marked].map((one) => {
    const result = importInstrument({ fileName: "a.txt", bytes: one });
    return result.ok ? result.value.instrument : result.issues;
  });
  for (const other of others) expect(other).toEqual(plain);
});
