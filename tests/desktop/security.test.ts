/** DESIGN.md's list for the shell, a line a test. The archive's own is in tests/archive/security.test.ts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestSchemas } from '../../main/desktop/bridge.ts';
import { launchDesktop, type Desktop } from './launch-desktop.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await launchDesktop();
  await desktop.page.locator('main h1').waitFor();
});
afterAll(() => desktop.close());

/** What only the stand-in can show is left out in Electron, in plain sight. */
function standIn(context: { skip: (why: string) => never }) {
  return desktop.standIn ?? context.skip('only the stand-in records this');
}

describe('the window', () => {
  it('gives the page its bridge and nothing of Node', async () => {
    const seen = await desktop.page.evaluate(() => [
      Object.keys((globalThis as unknown as { desktop: object }).desktop).sort(),
      typeof (globalThis as { require?: unknown }).require,
      typeof (globalThis as { process?: unknown }).process,
      typeof (globalThis as { module?: unknown }).module,
    ]);
    const bridge =
      'about cancelExport chooseDataFolder copyLog exportFile onCommand openDataFolder platform print printDocument savePdf showSaved';
    expect(seen).toEqual([bridge.split(' '), 'undefined', 'undefined', 'undefined']);
  });

  it('has the preferences of Electron’s checklist', (context) => {
    const [window] = standIn(context).record.windows;
    const { preload, ...preferences } = window?.options.webPreferences ?? {};
    expect(preload).toMatch(/preload\.cjs$/);
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('gives the scheme no privilege but those it needs', (context) => {
    expect(standIn(context).record.schemes).toEqual([
      {
        scheme: 'archive',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
      },
    ]);
  });

  it.each([
    'https://example.org/',
    'file:///etc/passwd',
    'http://127.0.0.1:1/',
    'javascript:void(document.title = "x")',
    'data:text/html,x',
    'archive://elsewhere/',
  ])('refuses to navigate to %s', async (target) => {
    const before = desktop.page.url();
    await desktop.page.evaluate((url) => void location.assign(url), target).catch(() => undefined);
    await desktop.page.waitForTimeout(200);
    expect(desktop.page.url()).toBe(before);
    expect(await desktop.page.title()).toBe('In Defence of October');
  });

  it('asks before a web address leaves for the browser, and takes no for an answer', (context) => {
    const { record } = standIn(context);
    expect(record.refused).toContain('https://example.org/');
    expect(record.asked.map(({ detail }) => detail)).toContain('https://example.org/');
    expect(record.asked.map(({ detail }) => detail).join()).not.toMatch(/file:|data:|javascript:/);
    expect(record.openedOutside).toEqual([]);
  });

  it('refuses a frame that navigates elsewhere', async () => {
    await desktop.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/frame';
      document.body.append(frame);
    });
    await desktop.page.waitForTimeout(200);
    // The policy refuses it before the guard is asked: no frame of ours is ever elsewhere.
    expect(desktop.page.frames().some((frame) => frame.url().includes('example.com'))).toBe(false);
    await desktop.page.evaluate(() => document.querySelector('iframe')?.remove());
  });

  it('opens no window of the page’s own, and an archive address in a window like the others', async () => {
    await desktop.page.evaluate(() => void window.open('https://example.net/'));
    await desktop.page.waitForTimeout(200);
    expect(await desktop.pages()).toHaveLength(1);
    await desktop.page.evaluate(() => void window.open('/people'));
    await expect.poll(async () => (await desktop.pages()).length).toBe(2);
    const second = (await desktop.pages())[1];
    await second?.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await desktop.choose('closeWindow');
    await expect.poll(async () => (await desktop.pages()).length).toBe(1);
  });

  it('grants no permission and no device', (context) => {
    const { permissions } = standIn(context);
    for (const name of [
      'geolocation',
      'notifications',
      'media',
      'clipboard-read',
      'fullscreen',
      'openExternal',
    ]) {
      let granted = true;
      permissions.request?.(undefined as never, name as never, (answer) => (granted = answer));
      expect(granted, name).toBe(false);
    }
    expect(permissions.check?.()).toBe(false);
    expect(permissions.device?.()).toBe(false);
  });

  it('lets no script of elsewhere or inline run', async () => {
    const violations = await desktop.page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.body.append(script);
      await fetch('https://example.org/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [document.title, ...seen];
    });
    expect(violations).toEqual(['In Defence of October', 'script-src-elem', 'connect-src']);
  });
});

/** Arguments that are taken; the other requests take none. */
const ARGUMENTS: Record<string, unknown[]> = {
  export: ['/api/exports/epub?entries=all'],
  'print-document': [`/api/prints/${'0'.repeat(32)}/document`, 'a4'],
};

describe('requests over IPC', () => {
  it.each(Object.keys(requestSchemas))('%s is refused to any frame but our own', async (channel) => {
    if (!desktop.standIn) return;
    const args = ARGUMENTS[channel] ?? [];
    for (const url of ['https://example.org/', 'file:///x.html', 'archive://library/', 'about:blank']) {
      await expect(desktop.standIn.invokeFrom(url, channel, ...args)).rejects.toThrow(
        `A request from ${url} was refused`,
      );
    }
  });

  it.each(Object.keys(requestSchemas))('%s is refused with arguments it does not take', async (channel) => {
    if (!desktop.standIn) return;
    const args = (ARGUMENTS[channel] ?? ['']).with(0, '/etc/passwd');
    await expect(desktop.standIn.invokeFrom('archive://library/', channel, ...args)).rejects.toThrow(
      // Where an address is taken, one that is not of its kind is refused.
      channel in ARGUMENTS ? 'invalid_format' : 'too_big',
    );
  });
});
