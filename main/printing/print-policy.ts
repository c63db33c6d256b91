import { createHash } from 'node:crypto';

/** The Content-Security-Policy of a print document: its own style and fonts, and nothing else. */
export function printPolicy(html: string): string {
  const styles = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, style = '']) => {
    const digest = createHash('sha256').update(style).digest('base64');
    return `'sha256-${digest}'`;
  });
  return [
    "default-src 'none'",
    `style-src ${styles.join(' ')}`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
