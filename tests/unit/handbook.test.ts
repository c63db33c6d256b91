import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';

vi.mock('electron', () => ({ Menu: {}, app: { name: 'In Defence of October' } }));
const { menuTemplate } = await import('../../main/desktop/menu.ts');

const actions = new Proxy({}, { get: () => () => undefined }) as Parameters<typeof menuTemplate>[0];
const template = menuTemplate(actions, {
  theme: 'system',
  recent: [{ address: '/people/a', title: 'A & B' }],
});

function items(of: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return of.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

/** The keys of the handbook's table, as its reader sees them. */
const documented = new Set(
  [...readFileSync('content/en/pages/handbook.md', 'utf8').matchAll(/^\| (\S+) +\|/gm)].map(
    ([, keys]) => keys,
  ),
);

describe('the application menu', () => {
  const shortcuts = items(template).flatMap(({ accelerator, label }) =>
    accelerator ? [[accelerator.toString().replace('CmdOrCtrl', 'Ctrl'), label] as const] : [],
  );

  it.each(shortcuts.filter(([keys]) => !keys.startsWith('Cmd')))('%s (%s) is in the handbook', (keys) => {
    expect([...documented]).toContain(keys);
  });

  it('uses no key twice', () => {
    const keys = shortcuts.map(([key]) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has an id for every item that does something of ours, each once', () => {
    const ids = items(template).flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const ours = items(template).filter(({ click, role }) => click && !role);
    expect(ours.filter(({ id }) => !id).map(({ label }) => label)).toEqual(['A && B']);
  });

  it('has the menus a desktop program has', () => {
    expect(template.map(({ label, role }) => label?.replace('&', '') ?? role)).toEqual(
      expect.arrayContaining(['File', 'Edit', 'View', 'Go', 'Help']),
    );
  });
});
