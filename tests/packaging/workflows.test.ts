import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../support/served-library.ts';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
}
interface Job {
  if?: string;
  needs?: string;
  permissions?: Record<string, string>;
  strategy?: { matrix: { system: string[] } };
  steps: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const SYSTEMS = ['ubuntu-latest', 'windows-latest', 'macos-latest'];
const release = read('release.yml');
const ci = read('ci.yml');
const installers = release.jobs['installers']?.steps ?? [];

function read(name: string): Workflow {
  return parse(readFileSync(join(PROJECT, '.github', 'workflows', name), 'utf8')) as Workflow;
}

/** Where in the job the step that runs or uses this stands; -1 where none does. */
function place(text: string): number {
  return installers.findIndex(({ run, uses }) => (run ?? uses ?? '').includes(text));
}

describe('the release workflow', () => {
  it('makes the installers on the three systems', () => {
    expect(release.jobs['installers']?.strategy?.matrix.system).toEqual(SYSTEMS);
  });

  it('installs Electron, builds, runs the desktop specs, then packages, then uploads', () => {
    const order = [
      'npm ci',
      'electron/install.js',
      'npm run build',
      'run tests/desktop',
      'npm run package',
      'upload-artifact',
    ].map(place);
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('runs the specs in Electron itself, under xvfb on Linux', () => {
    const specs = installers[place('run tests/desktop')];
    expect(specs?.env).toEqual({ REQUIRE_ELECTRON: '1' });
    expect(specs?.run).toContain('xvfb-run');
  });

  it('uploads every kind of installer, the list of parts and the checksums', () => {
    const path = installers[place('upload-artifact')]?.with?.['path'] ?? '';
    for (const kind of ['exe', 'dmg', 'zip', 'AppImage', 'deb', 'rpm', 'tar.gz', 'cdx.json']) {
      expect(path).toContain(`release/*.${kind}\n`);
    }
    expect(path).toContain('release/SHA256SUMS');
  });

  it('makes a draft of a tag only, of checked sums, and may write nowhere else', () => {
    const draft = release.jobs['draft'];
    expect([draft?.needs, draft?.if]).toEqual(['installers', "startsWith(github.ref, 'refs/tags/')"]);
    const runs = draft?.steps.map(({ run }) => run ?? '').join('\n');
    expect(runs).toContain('sha256sum --check --strict');
    expect(runs).toContain('gh release create');
    expect(runs).toContain('--draft');
    expect(release.permissions).toEqual({ contents: 'read' });
    expect(draft?.permissions).toEqual({ contents: 'write' });
    expect(release.jobs['installers']?.permissions).toBeUndefined();
  });
});

describe('the workflow of every change', () => {
  it('runs the two commands of the README', () => {
    const runs = Object.values(ci.jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ''));
    expect(runs).toContain('npm test');
    expect(runs.filter((run) => /^npm start\b/m.test(run))).toHaveLength(1);
    expect(ci.jobs['test']?.strategy?.matrix.system).toEqual(SYSTEMS);
    expect(ci.permissions).toEqual({ contents: 'read' });
  });
});

describe('both workflows', () => {
  const steps = [release, ci].flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));

  it('pin each action to a major version of GitHub’s own', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((uses) => !/^actions\/[a-z-]+@v\d+$/.test(uses))).toEqual([]);
  });

  it('keep no credentials in the work tree', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('put nothing of an event’s own words into a script', () => {
    expect(steps.filter(({ run }) => /\$\{\{\s*github\./.test(run ?? ''))).toEqual([]);
  });
});
