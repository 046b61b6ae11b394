/**
 * Paper: folded parts open, controls go. A page that brings its own sheet prints that in place of its plan.
 */
export const PRINT = `
.fridge{display:none}
@media print{
@page{size:A4;margin:9mm}
:root{--ink:#000;--quiet:#333;--paper:#fff;--card:#fff;--line:#999;--teal:#000;--teal-wash:#fff;--teal-strong:#000;color-scheme:light}
body{font-size:10.5pt;line-height:1.4}
.top,.skip,.no-print,.foot .links,summary,.changes,.why,.lead,.errors,.notice.calm,.plan:has(+.fridge){display:none!important}
.named>summary{display:block!important;font-weight:600}
details::details-content{content-visibility:visible;block-size:auto;opacity:1}
.row{max-width:none;padding:0}
main{padding:0}
.plan{margin:0;padding:0;border:0}
.exercise{break-inside:avoid}
.pain-rule{border:1px solid #666}
h2{font-size:16pt}h3{font-size:12pt}
.summary-sheet{font-size:9pt;line-height:1.25}.summary-sheet h1{font-size:15pt;margin:0 0 4pt}.summary-sheet h2{font-size:11pt;margin:5pt 0 1pt}.summary-sheet p,.summary-sheet ul,.summary-sheet li{margin:0 0 1pt;font-size:9pt}.sheet{margin:5pt 0 0;font-size:8.5pt}.sheet caption{padding-bottom:1pt}.sheet th,.sheet td,.sheet thead th{padding:1pt 6pt 1pt 0;font-size:8.5pt}.sheet .pain{width:5rem}.sheet .bar{height:.5rem;vertical-align:0}.sheet th[scope=row]{width:2.5rem}.sheet tr{break-inside:avoid}
.foot{margin:.25rem 0 0;padding:.25rem 0;font-size:8.5pt}.foot p,.foot .awaits{margin:0 0 2pt;padding:0}
.fridge{display:block;font-size:8.5pt;line-height:1.28}
.fridge h2{margin:0 0 1.5mm}
.fridge p{margin:0 0 1.2mm}
.fridge .rule{display:flex;gap:4mm;margin:0 0 2mm;padding:1.5mm 2.5mm;border:1px solid #000;border-radius:2mm;list-style:none;font-size:9pt}
.fridge .rule li{flex:1;margin:0}
.fridge .ticks{margin:0 0 2mm;padding:0;list-style:none;font-size:10pt}
.fridge .ticks li{margin:0 0 1mm}
.boxes>span{display:inline-block;width:4mm;height:4mm;margin-right:1.2mm;border:1px solid #000;border-radius:.6mm;vertical-align:-.6mm}
.moves{display:grid;grid-template-columns:repeat(5,1fr);gap:2.5mm 3mm;margin:0 0 2mm;padding:0;list-style:none}
.moves.many{grid-template-columns:repeat(6,1fr);gap:2mm 2.5mm}
.moves li{margin:0;font-size:7.6pt;line-height:1.22;break-inside:avoid}
.moves strong{font-size:8.6pt}
.moves span{display:block;font-weight:600;color:#333}
.moves .drawing{width:100%;margin:0 0 .6mm;border:1px solid #bbb;border-radius:1.2mm}
.address{overflow-wrap:anywhere}
main:has(.fridge)+.foot{padding:1mm 0 0;font-size:7pt;line-height:1.2}
main:has(.fridge)+.foot p{margin:0}
main:has(.fridge)+.foot .awaits{padding:.5mm 1.5mm}
}
`;
