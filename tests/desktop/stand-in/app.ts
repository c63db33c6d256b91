import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { record } from './record.ts';

class App extends EventEmitter {
  readonly name = 'In Defence of October';
  readonly isPackaged = false;
  #paths = new Map<string, string>([['documents', tmpdir()]]);
  #ready = Promise.withResolvers<void>();

  /** Like Electron, ready only once the main module has been evaluated: `await` at its top level would hang. */
  whenReady = (): Promise<void> => this.#ready.promise;
  becomeReady(): void {
    this.#ready.resolve();
    this.emit('ready');
  }
  /** As a new process would begin. */
  startOver(): void {
    this.removeAllListeners();
    this.#ready = Promise.withResolvers<void>();
  }

  getPath = (name: string): string => this.#paths.get(name) ?? tmpdir();
  setPath = (name: string, path: string): void => void this.#paths.set(name, path);
  getVersion = (): string => '0.0.0-stand-in';
  requestSingleInstanceLock = (): boolean => true;
  setAsDefaultProtocolClient = (): boolean => true;
  addRecentDocument = (): void => undefined;
  setAppUserModelId = (): void => undefined;
  setJumpList = (): string => 'ok';
  relaunch = (): void => undefined;
  exit = (): void => this.quit();
  quit(): void {
    record.quit += 1;
  }
}

export const app = new App();
