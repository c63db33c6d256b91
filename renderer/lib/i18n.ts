import i18next from 'i18next';
import { en } from '../messages/en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

void i18next.init({
  lng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** A sentence of the interface. */
export const t = i18next.t.bind(i18next);
