/** The look of an EPUB and of the one-file HTML: the reader's own typeface, black, and red where it may be red. */
export const BOOK_STYLE = `
html { font-size: 100%; }
body { margin: 0 5%; line-height: 1.5; font-family: Georgia, "Source Serif 4", serif; }
h1, h2, h3, .kind, dt { font-family: "Sofia Sans Extra Condensed", "Arial Narrow", "Roboto Condensed", sans-serif; line-height: 1.15; hyphens: none; break-after: avoid; page-break-after: avoid; }
h1 { font-size: 2.2em; margin: 0 0 0.4em; text-transform: uppercase; }
h2 { font-size: 1.5em; margin: 1.6em 0 0.4em; border-top: 0.15em solid; padding-top: 0.3em; }
h3 { font-size: 1.2em; margin: 1.2em 0 0.3em; }
.kind { color: #a3201a; font-weight: bold; margin: 1em 0 0.2em; }
.lede { font-size: 1.15em; }
p { orphans: 2; widows: 2; }
/* The number is the same on screen, on paper and here: a group can say "paragraph 12". */
.text [data-paragraph]::before { content: attr(data-paragraph); float: left; min-width: 1.6em; margin-right: 0.35em; font-size: 0.62em; color: #666; }
.text li[data-paragraph]::before { float: none; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; }
cite { font-style: italic; }
dl { margin: 1em 0; }
.facts { border-left: 0.3em solid #a3201a; padding-left: 0.9em; }
dt { color: #a3201a; font-weight: bold; }
dd { margin: 0 0 0.4em; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 0.25em solid; }
.epigraph p { font-style: italic; }
.epigraph p + p { font-style: normal; font-size: 0.9em; }
.leader { border-left: 0.3em solid; padding-left: 0.9em; }
.when { color: #555; }
.by { color: #555; margin-top: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
.petition td { height: 1.6em; }
.contents ol { list-style: none; padding-left: 0; }
.contents ol ol { padding-left: 1.2em; }
.contents li { margin: 0.25em 0; }
.sources li, .bibliography li { margin-bottom: 0.3em; }
.bibliography ul { list-style: none; padding-left: 1.6em; text-indent: -1.6em; }
.title h1 { font-size: 3em; margin-top: 15%; }
.title p { margin: 0.4em 0; }
li, .readings dl { break-inside: avoid; page-break-inside: avoid; }
`;
