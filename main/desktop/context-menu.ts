import { Menu, clipboard, type App, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron';
import { isArchiveAddress } from './archive-protocol.ts';
import { fill, words } from './words.ts';

export interface ContextActions {
  openWindow(address: string): void;
  search(text: string): void;
}

const LONGEST = 30;

/** The menu under the right mouse button and the menu key. */
export function setUpContextMenu(app: App, actions: ContextActions): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_contextEvent, params) => {
      const template = contextTemplate(params, actions);
      if (template.length > 0) Menu.buildFromTemplate(template).popup();
    });
  });
}

/** What fits the place that was clicked: a link, selected words, or a field. */
export function contextTemplate(
  { linkURL, selectionText, isEditable, editFlags }: ContextMenuParams,
  actions: ContextActions,
): MenuItemConstructorOptions[] {
  const text = selectionText.trim();
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const groups: MenuItemConstructorOptions[][] = [
    isArchiveAddress(linkURL)
      ? [
          { label: words.context.openInNewWindow, click: () => actions.openWindow(linkURL) },
          { label: words.context.copyLink, click: () => clipboard.writeText(linkOf(linkURL)) },
        ]
      : [],
    text && !isEditable
      ? [
          { role: 'copy' },
          {
            label: fill(words.context.searchFor, { text: short.replaceAll('&', '&&') }),
            click: () => actions.search(text.slice(0, 200)),
          },
        ]
      : [],
    isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
          { role: 'selectAll' },
        ]
      : [],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index > 0 ? [{ type: 'separator' as const }, ...group] : group));
}

/** A link that opens the program wherever it is pasted. */
function linkOf(address: string): string {
  const { pathname, search, hash } = new URL(address);
  return `october:/${pathname}${search}${hash}`;
}
