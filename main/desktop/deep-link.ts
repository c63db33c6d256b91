export const LINK_SCHEME = 'october';

/** Ids, lists and views; a paragraph or heading after `#`; a search after `?`. Nothing else reaches the window. */
const PATH = /^(?:\/[a-z0-9-]+){0,2}$/;

/**
 * The archive's address of a link such as `october://guides/the-june-days-1917#p3`.
 * @returns undefined for anything that is no such link
 */
export function addressOfLink(link: string): string | undefined {
  if (link.length > 2000 || !link.startsWith(`${LINK_SCHEME}://`) || !URL.canParse(link)) return undefined;
  const { host, pathname, search, hash, username, port } = new URL(link);
  if (username || port) return undefined;
  const path = `${host && `/${host}`}${pathname}`.replace(/\/+$/, '');
  return PATH.test(path) ? `${path || '/'}${search}${hash}` : undefined;
}

/** What a command line asks to be opened: links and files, in their order. Switches are passed over. */
export function askedToOpen(args: readonly string[]): string[] {
  return args.filter(
    (arg, index) =>
      !arg.startsWith('-') &&
      args[index - 1] !== '--data' &&
      (addressOfLink(arg) !== undefined || /\.(md|markdown|txt)$/i.test(arg)),
  );
}
