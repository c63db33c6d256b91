/** `npm run bench`: what the reader waits for, what an old laptop gives, and search beside two other engines. */
import { ensureBuilt } from '../../tools/ensure-built.ts';
import { launchBrowser } from '../support/browser.ts';
import { exporting } from './exporting.ts';
import { frugality } from './frugality.ts';
import { mapping } from './map.ts';
import { live } from './live.ts';
import { printing } from './printing.ts';
import { print } from './report.ts';
import { searching } from './searching.ts';
import { sizes } from './sizes.ts';
import { starting } from './starting.ts';
import { timeline } from './timeline.ts';

await ensureBuilt();
const browser = await launchBrowser();
for await (const value of starting(browser)) print(value);
for await (const value of frugality(browser)) print(value);
for await (const value of timeline(browser)) print(value);
for await (const value of mapping(browser)) print(value);
for await (const value of live(browser)) print(value);
for await (const value of printing(browser)) print(value);
await browser.close();
for (const value of searching()) print(value);
for await (const value of exporting()) print(value);
for (const value of sizes()) print(value);
