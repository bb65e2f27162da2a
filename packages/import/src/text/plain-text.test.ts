import fc from "fast-check";
import { expect, test } from "vitest";
import { longestText, plainText } from "./plain-text.ts";

const html = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        "<script>",
        "</script>",
        "<scr<script>ipt>",
        "&lt;script&gt;",
        "&amp;lt;img onerror=x&amp;gt;",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>",
        "</a>",
        "<svg/onload=x>",
        "{",
        "}",
        "${",
        "<!--",
        "-->",
        "<![CDATA[",
        "<",
        ">",
        "&",
        "<b",
        "<%",
        "<?php",
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(""));

test("whatever goes in, no element, no insertion and no bracket comes out", () => {
  fc.assert(
    fc.property(html, (raw) => {
      const { text } = plainText(raw);
      expect(text).not.toMatch(/<[a-z/!?]/i);
      expect(text).not.toMatch(/[{}]/);
    }),
  );
});

test("plain words stay as they are", () => {
  for (const words of ["Wie geht es Ihnen?", "x < 5 & y > 3", "5 > 3", "Größe ≥ 10 €"]) {
    expect(plainText(words).text).toBe(words);
  }
});

test("words in angle brackets that are no element are kept", () => {
  expect(plainText("Wert <mittel> und <b>fett</b>").text).toBe("Wert ‹mittel> und fett");
});

test("lists, paragraphs and links stay readable", () => {
  const { text, losses } = plainText(
    '<p>Bitte:</p><ul><li>lesen</li><li>antworten</li></ul><a href="https://example.org/a">mehr</a>',
  );
  expect(text).toBe("Bitte:\n\n– lesen\n\n– antworten\n\nmehr (https://example.org/a)");
  expect(losses).toMatchObject({ formatting: true, active: [], insertions: [] });
});

test("scripts, handlers, pictures and insertions are named among the losses", () => {
  const { text, losses } = plainText(
    'Hallo {TOKEN:FIRSTNAME}<script>x()</script><img src="a.png" onload="y()"><a href="javascript:z()">hier</a>',
  );
  expect(text).toBe("Hallo …hier");
  expect(losses.active).toEqual(["script", "onload"]);
  expect(losses.media).toEqual(["a.png"]);
  expect(losses.insertions).toEqual(["{TOKEN:FIRSTNAME}"]);
});

test("a script that was written out as text is no script either", () => {
  expect(plainText("&lt;script&gt;alert(1)&lt;/script&gt;Ja").text).toBe("Ja");
});

test("an endless text is cut, and says so", () => {
  const { text, losses } = plainText("wort ".repeat(10_000));
  expect(text.length).toBeLessThanOrEqual(longestText + 2);
  expect(losses.tooLong).toBe(true);
});
