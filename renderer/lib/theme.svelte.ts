const STORAGE_KEY = 'theme';
const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

function stored(): Theme {
  const value = localStorage.getItem(STORAGE_KEY);
  return THEMES.find((theme) => theme === value) ?? 'system';
}

let current = $state<Theme>(stored());

export function theme(): Theme {
  return current;
}

/** System, light, dark, and round again. */
export function nextTheme(): void {
  current = THEMES[(THEMES.indexOf(current) + 1) % THEMES.length] ?? 'system';
  localStorage.setItem(STORAGE_KEY, current);
  applyTheme();
}

export function applyTheme(): void {
  if (current === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = current;
}
