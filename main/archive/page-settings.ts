import type { SettingsStore } from '../settings/settings-store.ts';

/**
 * Puts the settings into the window's page, so that its first paint already follows them.
 * The block is data, not a script: the policy lets none run inline.
 */
export function pageWithSettings(page: string, { current, notices }: SettingsStore): string {
  const data = JSON.stringify({ settings: current, notices }).replaceAll('<', '\\u003c');
  const theme = current.theme === 'system' ? '' : ` data-theme="${current.theme}"`;
  return page
    .replace('<html lang="en">', () => `<html lang="en"${theme}>`)
    .replace('</head>', () => `<script type="application/json" id="settings">${data}</script></head>`);
}
