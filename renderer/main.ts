import '@fontsource-variable/sofia-sans-extra-condensed/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/prose.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { Reader } from './lib/reader.svelte.ts';
import { SettingsState } from './lib/settings.svelte.ts';

const settings = new SettingsState();
const reader = new Reader();
await reader.start();
mount(App, { target: document.body, props: { reader, settings } });
reader.shown();
