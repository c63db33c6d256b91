import type { Page } from 'playwright-core';

/** A node of the accessibility tree as a screen reader gets it, in the order of reading. */
export interface Node {
  role: string;
  name: string;
  properties: Record<string, unknown>;
}

/** Everything a screen reader is told of the page. */
export async function accessibilityTree(page: Page): Promise<Node[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const ordered: Node[] = [];
  const visit = (node: (typeof nodes)[number] | undefined) => {
    if (!node) return;
    if (!node.ignored) {
      ordered.push({
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? '').trim(),
        properties: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
      });
    }
    for (const id of node.childIds ?? []) visit(byId.get(id));
  };
  visit(nodes.find((node) => !node.parentId));
  return ordered;
}

const ONCE = ['banner', 'main', 'contentinfo'];
const LANDMARKS = ['navigation', 'complementary', 'region', 'search', 'form'];
const NAMED = [
  ...['link', 'button', 'checkbox', 'combobox', 'searchbox', 'textbox', 'spinbutton', 'listbox', 'option'],
  ...['dialog', 'table', 'image', 'img', 'heading', 'group'],
];

/** What a screen reader's user would miss, a line a finding. */
export function findingsInTree(nodes: readonly Node[]): string[] {
  const findings: string[] = [];
  for (const role of ONCE) {
    const count = nodes.filter((node) => node.role === role).length;
    if (count !== 1) findings.push(`${count} landmarks of the role ${role}`);
  }
  const landmarks = nodes
    .filter(({ role }) => LANDMARKS.includes(role))
    .map(({ role, name }) => `${role} “${name}”`);
  for (const [at, landmark] of landmarks.entries()) {
    if (landmark.endsWith('“”')) findings.push(`a ${landmark} without a name`);
    else if (landmarks.indexOf(landmark) !== at) findings.push(`two of ${landmark}`);
  }
  const headings = nodes.filter(({ role }) => role === 'heading');
  const levels = headings.map(({ properties }) => Number(properties['level']));
  if (levels.filter((level) => level === 1).length !== 1)
    findings.push(`headings of level 1: ${levels.join()}`);
  for (const [at, level] of levels.entries()) {
    if (level > (levels[at - 1] ?? 0) + 1) findings.push(`“${headings[at]?.name}” skips to level ${level}`);
  }
  for (const { role, name } of nodes) {
    if (NAMED.includes(role) && !/[\p{L}\p{N}]/u.test(name)) findings.push(`a ${role} without a name`);
  }
  return findings;
}
