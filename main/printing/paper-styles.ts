import type { PAPERS, PrintOptions } from './print-options.ts';

/** Millimetres. The inner margin leaves room for a punch and for paragraph numbers, the outer one for notes. */
interface Sheet {
  size: string;
  width: number;
  margin: { top: number; outer: number; bottom: number; inner: number };
  small: boolean;
}

const SHEETS: Record<(typeof PAPERS)[number] | 'half-letter', Sheet> = {
  a4: { size: 'A4', width: 210, margin: { top: 24, outer: 27, bottom: 24, inner: 31 }, small: false },
  letter: { size: 'letter', width: 216, margin: { top: 24, outer: 29, bottom: 22, inner: 32 }, small: false },
  a5: { size: 'A5', width: 148, margin: { top: 17, outer: 14, bottom: 17, inner: 19 }, small: true },
  'half-letter': {
    size: '5.5in 8.5in',
    width: 140,
    margin: { top: 16, outer: 13, bottom: 17, inner: 18 },
    small: true,
  },
};

const SERIF = "'Source Serif 4', Georgia, serif";
const SANS = "'Atkinson Hyperlegible Next', 'Source Serif 4', Verdana, sans-serif";
const HEAD = "'Sofia Sans Extra Condensed', 'Arial Narrow', sans-serif";

/**
 * Sizes in points. Large print as the UK Association for Accessible Formats asks (G003, 2019): 18 pt and nowhere under
 * 16, heads, numbers and superscripts too; sans serif, ragged, no italics, no columns.
 */
const FACES = {
  normal: { text: SERIF, head: HEAD, body: 10.6, lead: 1.42, scale: 1, minor: 8.7 },
  easy: { text: SERIF, head: HEAD, body: 13, lead: 1.6, scale: 1.2, minor: 11 },
  large: { text: SANS, head: SANS, body: 18, lead: 1.45, scale: 1.45, minor: 18 },
} as const;

/** The sheet a page is printed on; a booklet has two pages on each side of the paper asked for. */
function sheetOf({ paper, booklet }: PrintOptions): Sheet {
  if (!booklet) return SHEETS[paper];
  return SHEETS[paper === 'letter' ? 'half-letter' : 'a5'];
}

/** The style sheet of a print, but for its running heads and fonts. */
export function paperStyles(options: PrintOptions, total?: number): string {
  return [pages(options, total), type(options), parts(options), onScreen(options)].join('\n');
}

/** The same for a pass that only measures: nothing is painted but links, and nothing stands in the margins. */
export function measureStyles(options: PrintOptions): string {
  const hidden =
    'body{visibility:hidden}.measure{position:absolute;top:0;left:0;font-size:1px;line-height:1;visibility:visible}';
  return [sheet(options), type(options), parts(options), hidden].join('\n');
}

/** The sheet lies on its side where a page is a sheet: columns need the width. */
export function landscape(options: PrintOptions): string {
  return options.booklet ? '' : `size:${sheetOf(options).size} landscape;`;
}

/** Millimetres of a point. */
const POINT = 0.3528;
/** Width of a letter in the size of its type: so nine lines of ten are estimated a little long (large print: short). */
const LETTER = 0.46;

/** About how many characters a line of text holds. */
export function charactersALine(options: PrintOptions): number {
  const { width, margin } = sheetOf(options);
  return (width - margin.inner - margin.outer) / (bodySize(options) * POINT * LETTER);
}

/** Points. */
function bodySize(options: PrintOptions): number {
  return sheetOf(options).small && options.size === 'normal' ? 9.4 : FACES[options.size].body;
}

function measures(options: PrintOptions) {
  const face = FACES[options.size];
  const { small } = sheetOf(options);
  const factor = small && options.size !== 'large' ? 0.9 : 1;
  return {
    face,
    small,
    isLarge: options.size === 'large',
    pt: (points: number) => `${(points * face.scale * factor).toFixed(1)}pt`,
    minor: `${(face.minor * factor).toFixed(1)}pt`,
  };
}

/** Paragraph numbers stand beside the text, within the page: Chromium cuts off what is painted into its margin. */
const NUMBERS_WIDTH = 9;

function sheet(options: PrintOptions): string {
  const { size, margin } = sheetOf(options);
  const { top, outer, bottom } = margin;
  const inner = margin.inner - (options.numbers ? NUMBERS_WIDTH : 0);
  const mirrored = options.right || options.booklet;
  const back = mirrored ? `@page :left{margin-left:${outer}mm;margin-right:${inner}mm}` : '';
  return `@page{size:${size};margin:${top}mm ${outer}mm ${bottom}mm ${inner}mm}${back}
${options.numbers ? `body{padding-left:${NUMBERS_WIDTH}mm}` : ''}`;
}

function pages(options: PrintOptions, total: number | undefined): string {
  const { face, pt, isLarge } = measures(options);
  const head = `font:600 ${isLarge ? '16pt' : pt(8.7)}/1.2 ${face.head};color:#444;vertical-align:bottom;padding-bottom:4mm`;
  const bare = '@bottom-right{content:none}@top-left{content:none}@top-right{content:none}';
  const indent = options.numbers ? `;padding-left:${NUMBERS_WIDTH}mm` : '';
  // Counting the pages costs Chromium a layout of every margin.
  const of = total === undefined ? 'counter(pages)' : `'${total}'`;
  return `${sheet(options)}
@page{@top-left{${head}${indent};text-align:left}@top-right{${head};text-align:right}
@bottom-right{content:counter(page) ' / ' ${of};font:600 ${isLarge ? '18pt' : pt(9.2)}/1 ${face.head};vertical-align:top;padding-top:6mm}}
@page title{${bare}}@page blank{${bare}}`;
}

function type(options: PrintOptions): string {
  const { face, pt, small, isLarge, minor } = measures(options);
  const isNormal = options.size === 'normal';
  // Headings have room above for their accents: ink that reaches into the page before is told twice in the outline.
  return `
:root{color-scheme:only light;--red:#a01d16;--soft:#3d3833;--line:#8a8178}
*{box-sizing:border-box}
html{background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;color:#000;background:#fff;font:${bodySize(options)}pt/${face.lead} ${face.text};orphans:2;widows:2;hyphens:${isNormal ? 'auto' : 'manual'};overflow-wrap:break-word;font-variant-numeric:oldstyle-nums}
h1,h2,h3,h4,h5,h6{font-family:${face.head};font-weight:700;line-height:1.08;padding-top:.14em;hyphens:manual;text-wrap:balance;break-after:avoid;break-inside:avoid;font-variant-numeric:lining-nums}
h1{font-size:${pt(isLarge ? 22 : 29)};margin:0 0 4mm;padding-bottom:2mm;border-bottom:2.5pt solid #000}
h2{font-size:${pt(isLarge ? 16 : 17)};margin:1.4em 0 .4em}
h3{font-size:${pt(isLarge ? 14 : 13.5)};margin:1.2em 0 .3em}
h4,h5,h6{font-size:${pt(12)};margin:1em 0 .3em}
p{margin:0 0 .62em}
p[data-short]{break-inside:avoid}
a{color:inherit;text-decoration:none}
ul,ol{margin:0 0 .62em;padding-left:1.5em}
.text p{text-align:${isNormal ? 'justify' : 'left'}}
.lede{font-size:1.1em;line-height:1.4;color:var(--soft)}
.kind{margin:0 0 1mm;color:var(--red);font:600 ${pt(12)}/1 ${face.head};break-after:avoid}
.facts,.notes,.sources,.date,.by,small{font-size:${minor}}
blockquote{margin:0 0 1em;padding-left:4mm;border-left:2.5pt solid var(--red);break-inside:avoid}
.epigraph p{font-size:1.1em;font-style:italic;margin:0}
.epigraph p+p{font-size:${minor};font-style:normal}
table{width:calc(100% - 1pt);border-collapse:collapse;break-inside:avoid;margin:0 0 1em;font-size:.92em;line-height:1.3}
th,td{border:.6pt solid var(--line);padding:1mm 1.6mm;text-align:left;vertical-align:top}
th{font-family:${face.head};font-weight:600}
thead{display:table-header-group}
tr,figure,pre,img{break-inside:avoid}
.n{display:inline-block;min-width:3ch;text-align:right;font-variant-numeric:lining-nums tabular-nums}
.see{white-space:nowrap;color:var(--soft);font-size:${isLarge ? 1 : 0.92}em}
.see .n{min-width:0}
.note{font-size:${isLarge ? 0.9 : 0.68}em;line-height:0;font-variant-numeric:lining-nums;color:var(--soft);font-style:normal}
.numbered .text p[data-paragraph]{position:relative}
.numbered .text p[data-paragraph]::before{content:attr(data-paragraph);position:absolute;right:calc(100% + ${small ? 1.8 : 3}mm);font:600 ${isLarge ? '16pt' : pt(8.2)}/1.9 ${face.head};color:var(--soft);font-variant-numeric:lining-nums}
.numbered .text li>p[data-paragraph]::before{right:calc(100% + 1.6em + 1.8mm)}
${isLarge ? 'em,i,cite,address,dfn,var,.epigraph p{font-style:normal}' : ''}`;
}

function parts(options: PrintOptions): string {
  const { face, pt, small, isLarge, minor } = measures(options);
  const columns = options.size === 'normal' && !small ? 2 : 1;
  const label = isLarge ? '1fr' : options.size === 'easy' ? '34mm 1fr' : small ? '20mm 1fr' : '23mm 1fr';
  return `
.section,.contents{padding-top:1.5mm}
.section{break-before:page}
.section:first-child{break-before:auto}
.blank{break-before:page;page:blank;height:1px}
.facts{margin:0 0 1.2em;padding:0 0 2mm;border-bottom:.6pt solid var(--line);line-height:1.35;columns:${columns};column-gap:8mm;hyphens:manual}
.facts div{display:grid;grid-template-columns:${label};gap:0 2mm;break-inside:avoid;padding:.4mm 0}
dt{color:var(--red);font-size:1.06em;font-family:${face.head};font-weight:600}
dd{margin:0}
.readings{list-style:none;padding:0;counter-reset:reading}
.readings>li{position:relative;counter-increment:reading;padding:2.2mm 0 2.6mm ${isLarge ? '16mm' : '11mm'};border-top:.6pt solid var(--line);break-inside:avoid}
.readings>li::before{content:counter(reading);position:absolute;left:0;color:var(--red);font:700 ${pt(24)}/1 ${face.head};font-variant-numeric:lining-nums}
.readings>li:first-child{break-inside:${small || isLarge ? 'auto' : 'avoid'}}
.readings h3{margin:0;font-size:${pt(14)}}
.by{color:var(--soft);margin:0 0 .4em}
.readings dl{margin:0;display:grid;grid-template-columns:${isLarge ? '1fr' : '17mm 1fr'};gap:.6mm 2mm;line-height:1.35;font-size:${isLarge ? 1 : 0.97}em}
.readings dd{break-inside:avoid}
.readings dd p{margin:0}
.questions li{break-inside:avoid;margin-bottom:.8em}
.questions p{margin:0}
.answer{margin:1mm 0 2mm}
.answer i{display:block;height:${isLarge ? '13mm' : '8.2mm'};border-bottom:.6pt solid #777}
.leader{margin-top:6mm;padding-left:5mm;border-left:4pt solid #000}
.list{list-style:none;padding:0;font-size:${isLarge ? 1 : 0.95}em;line-height:1.34}
.list li{break-inside:avoid;padding:.25mm 0}
.list li:nth-last-child(-n+2){break-before:avoid}
.when{color:var(--soft);font-size:.94em}
${isLarge || small ? '' : '.list li:has(.when){display:grid;grid-template-columns:65mm 1fr;gap:3mm;align-items:baseline}'}
.dated{list-style:none;padding:0}
.dated li{padding:1.6mm 0;border-top:.6pt solid var(--line);break-inside:avoid}
.dated p{margin:0}
.date{color:var(--red)}
.part{border-top:1pt solid #000;padding-top:1.5mm;margin-top:6mm}
.part .kind{display:none}
h1+.part{border:0;margin-top:0;padding-top:0}
.part h2:first-of-type{font-size:${pt(19)}}
.sources ul,ul.sources{padding-left:0;list-style:none;font-size:${minor};line-height:1.35}
.sources li{padding-left:6mm;text-indent:-6mm;margin-bottom:.3em;break-inside:avoid;hyphens:manual}
.appendix{margin:0}
.appendix div{break-inside:avoid;margin-bottom:.7em}
.appendix dt{color:#000;font:700 ${pt(12.5)}/1.15 ${face.head}}
.appendix dt small{font-weight:600}
.notes{margin-top:7mm;border-top:1pt solid #000;line-height:1.3;hyphens:manual}
.notes h2{font-size:${pt(12)};margin:2mm 0}
.notes ol{columns:${columns};column-gap:8mm;padding-left:1.9em;font-variant-numeric:lining-nums;margin:0}
.notes li{break-inside:avoid;margin-bottom:.15em}
.title-page{page:title;break-after:page;padding-top:${small ? 18 : 34}%;hyphens:manual}
.title-page h1{font-size:${pt(small ? 38 : isLarge ? 38 : 54)};line-height:.98;margin:6mm 0;border:0;padding:0}
.title-page p{font:600 ${pt(13)}/1.3 ${face.head};margin:0 0 2mm}
.title-page .library{color:var(--red);font-size:${pt(17)}}
.title-page .imprint{margin-top:14mm;color:var(--soft);font-weight:600;font-size:${pt(11.1)}}
.wedge{width:100%;height:5mm;margin-top:4mm;background:linear-gradient(115deg,var(--red) 58%,#000 58.2%)}
.contents{break-before:page}
.contents ol{list-style:none;padding:0;margin:0}
.contents ol ol{padding-left:6mm;font-size:.94em}
.contents li{margin:.5mm 0}
.contents>ol>li{margin-top:1.8mm;font-weight:600}
.contents ol ol li{font-weight:400}
.contents a{display:flex;align-items:baseline;gap:1.5mm;break-inside:avoid}
.contents a span:first-child{max-width:84%}
.contents i{flex:1;border-bottom:1pt dotted #777;min-width:6mm}
.petition{break-before:page;break-after:page;font-size:.94em;line-height:1.35}
.petition h2{margin-top:0}
.petition .to{font-weight:700}
.petition td{height:7.2mm}
.worksheet{break-inside:auto;table-layout:fixed;font-size:${isLarge ? '16pt' : minor}}
.worksheet th:first-child,.worksheet thead td{width:11%}
.worksheet .answer{margin:0 0 1mm}
.worksheet .answer i{height:${isLarge ? '12mm' : '7.2mm'}}
.worksheet td p{margin:0 0 .3em}
${isLarge ? '.contents>ol>li{font-weight:700}' : ''}`;
}

/** The same document in a window, sheet under sheet, where it cannot be shown as a PDF. */
function onScreen(options: PrintOptions): string {
  const { width, margin } = sheetOf(options);
  const { top, outer, bottom, inner } = margin;
  return `
@media screen{html{background:#8b8680}body{max-width:${width}mm;margin:0 auto;background:none}
.section,.contents,.title-page{background:#fff;padding:${top}mm ${outer}mm ${bottom}mm ${inner}mm;margin:6mm 0}
.title-page{padding-top:34%}}
@media screen and (max-width:${width}mm){.section,.contents,.title-page{padding:6mm 5mm 8mm 11mm}}`;
}

/** A string as CSS `content`. */
export function cssString(text: string): string {
  return `"${text.replace(/[\p{Cc}"\\<]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
