import '@fontsource-variable/sofia-sans-extra-condensed/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/prose.css';
import './styles/forced-colours.css';
import './styles/motion.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { Reader } from './lib/reader.svelte.ts';
import { applyTheme } from './lib/theme.svelte.ts';

applyTheme();
const reader = new Reader();
await reader.start();
mount(App, { target: document.body, props: { reader } });
reader.shown();
