/** The style sheet inside every HTML report: for screens from 320 px up and for paper. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1.25rem; background: #fff; color: #1c2126;
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .6rem; }
.ending h2 { font-size: 1.05rem; margin-top: 1.75rem; }
.warning { border: 2px solid #8a4b00; background: #fff6e8; color: #5c3200; padding: .6rem .9rem; font-weight: 600; }
.sentence { max-width: 44rem; margin: .4rem 0; }
.table { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .92rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
.caption { display: block; position: sticky; left: 0; max-width: calc(min(100vw, 60rem) - 2.5rem); }
th, td { padding: .4rem .6rem; border-bottom: 1px solid #ddd8cc; text-align: right; vertical-align: top; overflow-wrap: normal; }
thead th { border-bottom: 2px solid #1c2126; vertical-align: bottom; }
td, .whole { white-space: nowrap; }
.left { text-align: left; white-space: normal; }
tbody th { font-weight: 600; }
figure { margin: 1.5rem 0; }
figcaption { font-weight: 600; font-size: .92rem; margin-bottom: .25rem; }
figure svg { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
ul { padding-left: 1.2rem; max-width: 46rem; } li { margin: .25rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; font-size: .92rem; }
dt { color: #565d66; } dd { margin: 0; overflow-wrap: anywhere; }
@media screen and (max-width: 44rem) {
  body { margin: 1.25rem auto; padding: 0 1rem; }
  .wide { display: none; } .narrow { display: block; }
  th, td { padding: .35rem .45rem; }
  tbody th { position: sticky; left: 0; background: #fff; min-width: 8rem; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
}
@page { margin: 14mm; }
@media print { .caption { max-width: none; } body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  table { font-size: 8.5pt; } th, td { padding: .2rem .35rem; }
  .table { overflow: visible; } tr, figure, .warning { break-inside: avoid; } h2, caption { break-after: avoid; } }
`;
