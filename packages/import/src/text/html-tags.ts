/** Elements of HTML that texts of questionnaires contain; anything else in angle brackets is the author's words. */
export const htmlTags: ReadonlySet<string> = new Set(
  (
    "a abbr address article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code " +
    "col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame " +
    "frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark math " +
    "menu meta nav noscript object ol optgroup option output p param picture pre progress q s samp script section " +
    "select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead " +
    "time title tr track tt u ul use var video wbr"
  ).split(" "),
);

/** Elements whose content is not read by people. */
export const silentTags: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "head",
  "noscript",
  "svg",
  "math",
  "object",
  "iframe",
  "select",
  "title",
]);

/** Elements that begin on a line of their own. */
export const blockTags: ReadonlySet<string> = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "br",
  "dd",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "table",
  "tr",
  "ul",
]);

/** Elements that run, load or send something. */
export const activeTags: ReadonlySet<string> = new Set([
  "script",
  "style",
  "iframe",
  "object",
  "embed",
  "form",
  "input",
  "button",
  "select",
  "textarea",
  "svg",
  "math",
  "link",
  "meta",
  "base",
  "frame",
  "frameset",
  "template",
]);

/** Elements that show or play something. */
export const mediaTags: ReadonlySet<string> = new Set([
  "img",
  "audio",
  "video",
  "picture",
  "source",
  "canvas",
  "track",
]);
