import { join } from 'node:path';
import { openJsonFile } from '../data/json-file.ts';
import { settingsFields, type Settings, type SettingsChange } from './settings-schema.ts';

export interface SettingsStore {
  readonly current: Settings;
  /** What was wrong with the file when it was opened, to be told to the reader. */
  readonly notices: readonly string[];
  /**
   * Changes some fields, saves, and tells the listeners.
   * @throws the error of the file system when the file cannot be written; then nothing has changed
   */
  change(change: SettingsChange): Settings;
  onChange(listener: (settings: Settings) => void): void;
}

/** Opens the settings kept in the data folder. */
export function openSettings(dataFolder: string): SettingsStore {
  const file = openJsonFile(join(dataFolder, 'settings.json'), settingsFields);
  const listeners: ((settings: Settings) => void)[] = [];
  return {
    get current() {
      return file.value;
    },
    notices: file.notices,
    change(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      file.save({ ...file.value, ...given });
      for (const listener of listeners) listener(file.value);
      return file.value;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
