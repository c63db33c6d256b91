/** `npm test`: format, lint, types, build, and every test; closes with one line of counts. */
import { mkdirSync, readFileSync } from 'node:fs';
import { ensureChromium } from './chromium.ts';
import { statusOf } from './run-step.ts';

const REPORT = 'test-results/vitest.json';
const CHECKS: [name: string, command: string, args: string[]][] = [
  ['format', 'node', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['lint', 'node', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['types', 'node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
  [
    'types of the window',
    'node',
    [
      'node_modules/svelte-check/bin/svelte-check',
      '--tsconfig',
      'tsconfig.renderer.json',
      '--fail-on-warnings',
    ],
  ],
  ['build', 'node', ['tools/build.ts']],
];

let passed = 0;
let failed = 0;
mkdirSync('test-results', { recursive: true });
process.env['CHROMIUM_PATH'] = ensureChromium();
for (const [name, command, args] of CHECKS) {
  const ok = (await statusOf(command, args)) === 0;
  process.stdout.write(`${ok ? 'passed' : 'FAILED'}: ${name}\n`);
  if (ok) passed += 1;
  else failed += 1;
}

const status = await statusOf('node', [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
]);
const report = readReport();
passed += report?.numPassedTests ?? 0;
failed += report?.numFailedTests ?? 0;
// A suite that could not even be loaded has no failed test, but it has failed.
if (status !== 0 && !report?.numFailedTests) failed += 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function readReport(): { numPassedTests: number; numFailedTests: number } | undefined {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  } catch {
    return undefined;
  }
}
