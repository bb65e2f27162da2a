/** Paper first: room to write by hand, blocks not torn apart, boxes to tick. */
export const guideStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 48rem; padding: 0 1.25rem; background: #fff; color: #1c2126;
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; border-top: 1px solid #ddd8cc; padding-top: 1rem; }
h3 { font-size: .9rem; margin: 1rem 0 .25rem; color: #4a525a; }
p { margin: .35rem 0; } .minutes { font-weight: 400; color: #4a525a; white-space: nowrap; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: .75rem 1.5rem; margin: 1.25rem 0; }
.fields dt { font-size: .85rem; color: #4a525a; } .fields dd { margin: 0; height: 1.6rem; border-bottom: 1px solid #1c2126; }
.questions { padding-left: 1.4rem; } .questions li { margin: .6rem 0; } .question { font-weight: 600; font-size: 1.05rem; }
.questions ul { padding-left: 1.2rem; } .questions ul li { margin: .15rem 0; }
.notes { height: 10rem; border: 1px solid #a9a294; border-radius: 4px;
  background: repeating-linear-gradient(#fff 0 1.95rem, #ddd8cc 1.95rem 2rem); }
.boxes { list-style: none; padding: 0; } .boxes li { padding-left: 1.7rem; position: relative; margin: .25rem 0; }
.boxes li::before { content: ""; position: absolute; left: 0; top: .3rem; width: 1rem; height: 1rem; border: 1.5px solid #1c2126; }
.codes { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0 1.25rem; }
.line { display: inline-block; min-width: 6rem; border-bottom: 1px solid #1c2126; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #ddd8cc; }
tbody th { width: 11rem; font-weight: 600; } td .boxes { margin: 0; } td .boxes li { margin-top: 0; } .origin { font-size: .85rem; }
@page { margin: 16mm; }
@media (max-width: 34rem) { table, tbody, tr, th, td { display: block; width: auto; } thead { display: none; } }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } .block { break-inside: avoid; }
  h2, h3 { break-after: avoid; } .checklist { break-before: page; }
  .notes { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
