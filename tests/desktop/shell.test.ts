import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesktop, type Desktop } from './launch-desktop.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await launchDesktop();
  process.stdout.write(`The desktop specs run in ${desktop.mode}.\n`);
  await desktop.page.locator('main h1').waitFor();
});
afterAll(() => desktop.close());

describe('the desktop entry', () => {
  it('opens a window that shows the library', async () => {
    expect(await desktop.page.title()).toBe('In Defence of October');
    expect(await desktop.page.locator('.strip li').count()).toBe(6);
  });

  it('answers a search', async () => {
    await desktop.page.keyboard.press('Control+k');
    await desktop.page.getByRole('combobox').fill('kerensky');
    await desktop.page.locator('.palette [data-command-item]', { hasText: 'Alexander Kerensky' }).waitFor();
    await desktop.page.keyboard.press('Escape');
  });

  it('walks to an entry and back inside the archive', async () => {
    await desktop.page.locator('.strip a').first().click();
    await desktop.page.locator('article').waitFor();
    await desktop.page.goBack();
    await desktop.page.locator('.strip').first().waitFor();
  });

  it('gives the page its bridge and nothing of Node', async () => {
    const seen = await desktop.page.evaluate(() => [
      typeof (globalThis as { desktop?: object }).desktop,
      typeof (globalThis as { require?: unknown }).require,
      typeof (globalThis as { process?: unknown }).process,
    ]);
    expect(seen).toEqual(['object', 'undefined', 'undefined']);
  });

  it('refuses to navigate away, and asks before a web address leaves for the browser', async () => {
    const before = desktop.page.url();
    await desktop.page.evaluate(() => location.assign('https://example.org/'));
    await desktop.page.evaluate(() => location.assign('file:///etc/passwd')).catch(() => undefined);
    await desktop.page.waitForTimeout(300);
    expect(desktop.page.url()).toBe(before);
    expect(await desktop.page.title()).toBe('In Defence of October');
    if (!desktop.record) return;
    expect(desktop.record.refused).toContain('https://example.org/');
    expect(desktop.record.asked).toContain('https://example.org/');
    expect(desktop.record.openedOutside).toEqual([]);
  });

  it('opens no window of the page’s own', async () => {
    await desktop.page.evaluate(() => void window.open('https://example.net/'));
    await desktop.page.waitForTimeout(200);
    expect(desktop.page.context().pages()).toHaveLength(1);
    if (desktop.record) expect(desktop.record.asked).toContain('https://example.net/');
  });

  it('sets the window and the scheme as securely as it says, and grants no permission', () => {
    if (!desktop.record) return;
    const [window] = desktop.record.windows;
    expect(window?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(window?.visible).toBe(true);
    expect(desktop.record.schemes).toEqual([
      {
        scheme: 'archive',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
      },
    ]);
    for (const name of ['geolocation', 'notifications', 'media', 'clipboard-read']) {
      expect(desktop.record.permission(name)).toBe(false);
    }
  });
});
