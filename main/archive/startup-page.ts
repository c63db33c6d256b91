/** Shown instead of the library when it cannot be opened. Needs no other file, for those may be missing too. */
export function startupPage(reason: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The library cannot be opened – In Defence of October</title>
<style>
  body { font: 1.125rem/1.6 Georgia, serif; max-width: 36rem; margin: 12vh auto; padding: 0 1.5rem;
         background: #f6f1e6; color: #1a1714; border-top: .5rem solid #b3231b; }
  h1 { font: 700 2rem/1.2 "Arial Narrow", sans-serif; text-transform: uppercase; }
  code { background: #e8e0cf; padding: .1em .3em; }
  @media (prefers-color-scheme: dark) { body { background: #171412; color: #ece5d8 } code { background: #2b2622 } }
</style>
<h1>The library cannot be opened</h1>
<p>${escapeHtml(reason)}.</p>
<p>If you installed the application, install it again: nothing you made is kept in the library, so nothing is lost.
If you work on its source, rebuild the library with <code>npm run build</code> and start again.</p>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
