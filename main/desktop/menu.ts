import { Menu, app, type MenuItemConstructorOptions } from 'electron';
import type { Settings } from '../settings/settings-schema.ts';
import type { RecentEntry } from './recent-list.ts';
import { words } from './words.ts';

/** What the menu can do. Each is given to it, so that a new item is a line here and a line there. */
export interface MenuActions {
  newWindow(): void;
  openFile(): void;
  print(): void;
  savePdf(): void;
  export(): void;
  closeWindow(): void;
  find(which: 'find' | 'find-next' | 'find-previous'): void;
  zoom(direction: 1 | -1 | 0): void;
  typeSize(step: 1 | -1 | 0): void;
  theme(theme: Settings['theme']): void;
  back(): void;
  forward(): void;
  go(address: string): void;
  search(): void;
  clearRecent(): void;
  about(): void;
  openDataFolder(): void;
}

export interface MenuState {
  theme: Settings['theme'];
  recent: readonly RecentEntry[];
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };
const isMac = process.platform === 'darwin';
const { menu } = words;

/** Sets the application menu. Called again when what it shows has changed. */
export function setApplicationMenu(actions: MenuActions, state: MenuState): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, state)));
  if (isMac) app.dock?.setMenu(Menu.buildFromTemplate(recentItems(actions, state)));
}

/** The menu as data. An item's id is its name in the catalogue of words. */
export function menuTemplate(actions: MenuActions, state: MenuState): Item[] {
  const item = (id: keyof typeof menu, click: () => void, accelerator?: string): Item => ({
    id,
    label: menu[id],
    click,
    ...(accelerator && { accelerator }),
  });
  const go = (id: keyof typeof menu, address: string, accelerator?: string): Item =>
    item(id, () => actions.go(address), accelerator);
  const settings = go('settings', '/settings', 'CmdOrCtrl+,');
  const about = item('about', actions.about);

  return [
    ...(isMac ? [macMenu(settings, about)] : []),
    {
      label: menu.file,
      submenu: [
        item('newWindow', actions.newWindow, 'CmdOrCtrl+N'),
        item('open', actions.openFile, 'CmdOrCtrl+O'),
        separator,
        item('print', actions.print, 'CmdOrCtrl+P'),
        item('savePdf', actions.savePdf, 'CmdOrCtrl+Shift+S'),
        item('export', actions.export),
        separator,
        ...(isMac ? [] : [settings, separator]),
        item('closeWindow', actions.closeWindow, 'CmdOrCtrl+W'),
        ...(isMac ? [] : [{ role: 'quit' } satisfies Item]),
      ],
    },
    {
      label: menu.edit,
      submenu: [
        ...(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const).map((role): Item => ({ role })),
        separator,
        item('find', () => actions.find('find'), 'CmdOrCtrl+F'),
        item('findNext', () => actions.find('find-next'), 'CmdOrCtrl+G'),
        item('findPrevious', () => actions.find('find-previous'), 'CmdOrCtrl+Shift+G'),
      ],
    },
    {
      label: menu.view,
      submenu: [
        item('zoomIn', () => actions.zoom(1), 'CmdOrCtrl+='),
        item('zoomOut', () => actions.zoom(-1), 'CmdOrCtrl+-'),
        item('actualSize', () => actions.zoom(0), 'CmdOrCtrl+0'),
        separator,
        {
          label: menu.readingSize,
          submenu: [
            item('larger', () => actions.typeSize(1), 'CmdOrCtrl+Alt+='),
            item('smaller', () => actions.typeSize(-1), 'CmdOrCtrl+Alt+-'),
            item('usual', () => actions.typeSize(0), 'CmdOrCtrl+Alt+0'),
          ],
        },
        {
          label: menu.theme,
          submenu: (['system', 'light', 'dark'] as const).map((theme): Item => ({
            ...item(theme, () => actions.theme(theme)),
            type: 'radio',
            checked: theme === state.theme,
          })),
        },
        separator,
        { id: 'fullScreen', label: menu.fullScreen, role: 'togglefullscreen' },
      ],
    },
    {
      label: menu.go,
      submenu: [
        go('home', '/', 'Alt+Home'),
        item('back', actions.back, isMac ? 'Cmd+[' : 'Alt+Left'),
        item('forward', actions.forward, isMac ? 'Cmd+]' : 'Alt+Right'),
        separator,
        go('timeline', '/timeline', 'CmdOrCtrl+1'),
        go('people', '/people', 'CmdOrCtrl+2'),
        go('guides', '/guides', 'CmdOrCtrl+3'),
        go('works', '/works', 'CmdOrCtrl+4'),
        go('terms', '/terms', 'CmdOrCtrl+5'),
        go('live', '/live', 'CmdOrCtrl+6'),
        go('map', '/map', 'CmdOrCtrl+7'),
        go('pack', '/print', 'CmdOrCtrl+8'),
        separator,
        item('search', actions.search, 'CmdOrCtrl+K'),
        separator,
        { id: 'recent', label: menu.recent, submenu: recentItems(actions, state) },
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } satisfies Item] : []),
    {
      role: 'help',
      label: menu.help,
      submenu: [
        go('handbook', '/pages/handbook', 'F1'),
        go('shortcuts', '/pages/handbook#keyboard', 'CmdOrCtrl+/'),
        separator,
        item('dataFolder', actions.openDataFolder),
        go('licences', '/licences'),
        ...(isMac ? [] : [separator, about]),
      ],
    },
  ];
}

function recentItems(actions: MenuActions, { recent }: MenuState): Item[] {
  const entries = recent.map(({ address, title }): Item => ({
    // A single & would underline the letter after it.
    label: title.replaceAll('&', '&&'),
    click: () => actions.go(address),
  }));
  const clear: Item = {
    id: 'clearRecent',
    label: menu.clearRecent,
    enabled: recent.length > 0,
    click: actions.clearRecent,
  };
  return entries.length > 0 ? [...entries, separator, clear] : [clear];
}

function macMenu(settings: Item, about: Item): Item {
  const roles = (['services', 'hide', 'hideOthers', 'unhide', 'quit'] as const).map((role): Item => ({
    role,
  }));
  return { label: app.name, submenu: [about, separator, settings, separator, ...roles] };
}
