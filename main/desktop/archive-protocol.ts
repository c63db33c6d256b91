import type { CustomScheme, Protocol } from 'electron';
import type { Archive } from '../archive/archive.ts';

/** Standard and secure, so that the window has an origin, relative addresses and fetch. */
export const ARCHIVE_SCHEME: CustomScheme = {
  scheme: 'archive',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

export const ARCHIVE_HOST = 'library';
export const ARCHIVE_HOME = `${ARCHIVE_SCHEME.scheme}://${ARCHIVE_HOST}/`;

/** Whether an address is one of the archive's own. */
export function isArchiveAddress(address: string): boolean {
  return URL.canParse(address) && address.startsWith(ARCHIVE_HOME);
}

/**
 * Mounts the archive on its protocol. Another host on the same scheme is not found.
 * @param own answers the addresses that are the shell's
 */
export function handleArchiveProtocol(
  protocol: Pick<Protocol, 'handle'>,
  archive: Archive,
  own: (pathname: string) => Response | undefined,
): void {
  protocol.handle(ARCHIVE_SCHEME.scheme, async (request) =>
    isArchiveAddress(request.url)
      ? (own(new URL(request.url).pathname) ?? archive.fetch(request))
      : new Response('Not found. The archive is at archive://library/.', { status: 404 }),
  );
}
