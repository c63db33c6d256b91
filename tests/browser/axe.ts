import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeRun {
  violations: { id: string; nodes: { html: string }[] }[];
}
interface Axe {
  run(context: Document, options: object): Promise<AxeRun>;
}

/**
 * `all`: every rule, and the size of targets. `text`: every rule but that one, which takes a third of
 * the time and differs by kind of view only. `colours`: what a theme can break. `forced`: all but colours.
 */
export type AxeRules = 'all' | 'text' | 'colours' | 'forced';

export const AxeBuilder = {
  /**
   * What axe finds wrong with the page, a line a finding. Evaluated by the debugger, which no policy
   * stops, and once a document: client-side navigation keeps it.
   */
  async violations(page: Page, rules: AxeRules = 'all'): Promise<string[]> {
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
    return page.evaluate(async (wanted) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        // Nothing is loaded from elsewhere, so there is nothing to preload.
        preload: false,
        // WCAG 2.2's size of targets (2.5.8) is off by default.
        rules: {
          ...((wanted === 'all' || wanted === 'forced') && { 'target-size': { enabled: true } }),
          // axe reads -webkit-text-fill-color, which Chromium gives as it was before it was forced.
          ...(wanted === 'forced' && { 'color-contrast': { enabled: false } }),
        },
        ...(wanted === 'colours' && { runOnly: ['color-contrast'] }),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    }, rules);
  },
};
