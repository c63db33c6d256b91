type Listener = (event: unknown, ...args: unknown[]) => unknown;

const listeners = new Map<string, Listener>();

export const ipcMain = {
  handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
};

/** What `ipcRenderer.invoke` gets: the answer, or the error as Electron words it. */
export async function answerInvoke(channel: string, args: unknown[], event: unknown): Promise<unknown> {
  const listener = listeners.get(channel);
  if (!listener) throw new Error(`No handler registered for '${channel}'`);
  return listener(event, ...args);
}
