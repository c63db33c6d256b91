import { describe, expect, it } from 'vitest';
import { createArchive } from '../../main/archive/archive.ts';
import { OpenedTexts } from '../../main/imports/opened-texts.ts';
import type { PacksStore } from '../../main/packs/packs-store.ts';
import type { SettingsStore } from '../../main/settings/settings-store.ts';

const full = (path: string) => (): never => {
  throw Object.assign(new Error('full'), { code: 'ENOSPC', path });
};

const settings: SettingsStore = {
  current: {
    theme: 'system',
    typeSize: 100,
    face: 'serif',
    calendarFirst: 'lived',
    paper: 'a4',
    startPage: 'home',
  },
  notices: ['</script><b>damaged</b>'],
  change: full('/data/settings.json'),
  onChange: () => undefined,
};
const packs: PacksStore = {
  read: () => ({ current: { title: '', entries: [] }, saved: [], notices: [] }),
  setCurrent: full('/data/packs.json'),
  save: full('/data/packs.json'),
  remove: full('/data/packs.json'),
};
const archive = createArchive({
  content: {
    library: { catalogue: [], has: () => false, document: async () => undefined, markdown: async () => ({}) },
    search: { search: () => Promise.reject(new Error()), close: async () => undefined },
  },
  printing: { printer: undefined, logError: () => undefined },
  renderer: { page: '<html lang="en"><head></head></html>', file: async () => undefined },
  settings,
  packs,
  opened: new OpenedTexts(),
  logError: (error) => {
    throw error;
  },
});

describe('settings on a full disk', () => {
  it('are refused with the file, the reason and the remedy', async () => {
    const answer = await archive.fetch(
      new Request('archive://library/api/settings', {
        method: 'PATCH',
        body: '{"theme":"dark"}',
        headers: { 'Content-Type': 'application/json' },
      }),
    );
    expect(answer.status).toBe(507);
    const { detail } = (await answer.json()) as { detail: string };
    expect(detail).toContain('/data/settings.json cannot be written (ENOSPC)');
  });

  it('put no markup of a notice into the page', async () => {
    const page = await (await archive.fetch(new Request('archive://library/'))).text();
    expect(page).not.toContain('</script><b>');
  });
});

describe('packs on a full disk', () => {
  it.each([
    ['PUT', '/api/packs/current', '{"title":"July","entries":["stages/july-days"]}'],
    ['PUT', '/api/packs/saved?name=July', '{"entries":["stages/july-days"]}'],
    ['DELETE', '/api/packs/saved?name=July', undefined],
  ])('%s %s is refused with the file, the reason and the remedy', async (method, path, body) => {
    const headers = { 'Content-Type': 'application/json' };
    const request = new Request(`archive://library${path}`, { method, ...(body && { body, headers }) });
    const answer = await archive.fetch(request);
    expect(answer.status).toBe(507);
    const { detail } = (await answer.json()) as { detail: string };
    expect(detail).toContain('/data/packs.json cannot be written (ENOSPC). Free some space');
  });
});
