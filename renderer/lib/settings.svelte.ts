import { getContext, setContext } from 'svelte';
import type { Settings, SettingsChange } from '../../main/settings/settings-schema.ts';
import { ArchiveProblem, changeSettings } from './client.ts';
import { t } from './i18n.ts';

/** What settings-schema.ts allows, in the order it is offered. */
export const CHOICES = {
  theme: ['system', 'light', 'dark'],
  typeSize: [80, 90, 100, 115, 130, 150, 175, 200],
  face: ['serif', 'sans'],
  calendarFirst: ['lived', 'ns'],
  paper: ['a4', 'letter'],
  startPage: ['home', 'timeline', 'people', 'guides', 'last'],
} as const satisfies { [K in keyof Settings]: readonly Settings[K][] };

/** The reader's settings: shown at once, saved by the archive, followed by the other windows. */
export class SettingsState {
  current = $state.raw<Settings>(embedded().settings);
  /** Sentences about what could not be read or saved. */
  notices = $state.raw<readonly string[]>(embedded().notices);
  readonly #others = new BroadcastChannel('settings');
  readonly #page = new CSSStyleSheet();

  constructor() {
    document.adoptedStyleSheets.push(this.#page);
    this.#others.addEventListener('message', ({ data }) => this.#show(data as Settings));
    this.#show(this.current);
  }

  async change(change: SettingsChange): Promise<void> {
    this.#show({ ...this.current, ...withoutGaps(change) });
    this.#others.postMessage(this.current);
    try {
      await changeSettings(change);
    } catch (error) {
      this.notices = [error instanceof ArchiveProblem ? error.problem.detail : t('settings.unsaved')];
    }
  }

  /** Larger or smaller by one step; 0 is the usual size. */
  stepTypeSize(step: -1 | 0 | 1): void {
    const sizes = CHOICES.typeSize;
    const at = sizes.indexOf(this.current.typeSize) + step;
    const typeSize = step === 0 ? 100 : sizes[Math.min(sizes.length - 1, Math.max(0, at))];
    if (typeSize) void this.change({ typeSize });
  }

  /** System, light, dark, and round again. */
  nextTheme(): void {
    const { theme } = CHOICES;
    void this.change({ theme: theme[(theme.indexOf(this.current.theme) + 1) % theme.length] });
  }

  #show(settings: Settings): void {
    this.current = settings;
    const { dataset, style } = document.documentElement;
    if (settings.theme === 'system') delete dataset['theme'];
    else dataset['theme'] = settings.theme;
    dataset['face'] = settings.face;
    style.setProperty('--type-scale', String(settings.typeSize / 100));
    const paper = settings.paper === 'letter' ? 'letter' : 'A4';
    // The wall chart's pages lie on their side; a size given elsewhere would lose to the first rule here.
    this.#page.replaceSync(`@page { size: ${paper}; } @page wall { size: ${paper} landscape; }`);
  }
}

/** The archive puts the settings into the page, so that nothing has to be asked for before the first paint. */
function embedded(): { settings: Settings; notices: string[] } {
  const block = document.getElementById('settings');
  if (block) return JSON.parse(block.textContent) as { settings: Settings; notices: string[] };
  const settings: Settings = {
    theme: 'system',
    typeSize: 100,
    face: 'serif',
    calendarFirst: 'lived',
    paper: 'a4',
    startPage: 'home',
  };
  return { settings, notices: [] };
}

function withoutGaps(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

const KEY = Symbol('settings');

export function provideSettings(settings: SettingsState): void {
  setContext(KEY, settings);
}

export function useSettings(): SettingsState {
  return getContext<SettingsState>(KEY);
}
