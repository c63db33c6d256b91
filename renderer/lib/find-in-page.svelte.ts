/** Finds words in the page and marks them with the CSS Custom Highlight API, which leaves the document untouched. */

const ALL = 'find';
const CURRENT = 'find-current';
const MOST = 2000;

export class FindInPage {
  count = $state(0);
  /** From 1; 0 when nothing is found. */
  position = $state(0);
  #ranges: Range[] = [];
  readonly #root: () => Element | null;

  constructor(root: () => Element | null) {
    this.#root = root;
  }

  /** Marks every place of the words and goes to the first one on or below what is seen. */
  search(words: string): void {
    this.#ranges = rangesOf(this.#root(), words);
    this.count = this.#ranges.length;
    const visible = this.#ranges.findIndex((range) => range.getBoundingClientRect().bottom > 0);
    this.#goTo(visible < 0 ? 0 : visible);
  }

  /** Goes to the next or previous place, and round at the end. */
  step(direction: 1 | -1): void {
    if (this.count > 0) this.#goTo((this.position - 1 + direction + this.count) % this.count);
  }

  clear(): void {
    this.#ranges = [];
    this.count = this.position = 0;
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
  }

  /** The place that is marked now, for the selection when the bar is closed. */
  get current(): Range | undefined {
    return this.#ranges[this.position - 1];
  }

  #goTo(index: number): void {
    const range = this.#ranges[index];
    this.position = range ? index + 1 : 0;
    CSS.highlights.set(ALL, new Highlight(...this.#ranges));
    CSS.highlights.set(CURRENT, new Highlight(...(range ? [range] : [])));
    range?.startContainer.parentElement?.closest('details:not([open])')?.setAttribute('open', '');
    const box = range?.getBoundingClientRect();
    if (box && (box.top < 80 || box.bottom > innerHeight - 80)) {
      scrollBy({ top: box.top - innerHeight / 3, behavior: 'instant' });
    }
  }
}

/** One character stays one character, so that places in the folded text are places in the text. */
function fold(text: string): string {
  return Array.from(text, (character) => {
    const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/, "'");
    return folded.length === character.length ? folded : character;
  }).join('');
}

function rangesOf(root: Element | null, words: string): Range[] {
  const wanted = fold(words.trim().replace(/\s+/g, ' '));
  if (!root || !wanted) return [];
  const { text, nodes } = collect(root);
  const ranges: Range[] = [];
  for (
    let at = text.indexOf(wanted);
    at >= 0 && ranges.length < MOST;
    at = text.indexOf(wanted, at + wanted.length)
  ) {
    const range = document.createRange();
    const [start, end] = [placeOf(nodes, at), placeOf(nodes, at + wanted.length - 1)];
    if (!start || !end) continue;
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset + 1);
    ranges.push(range);
  }
  return ranges;
}

interface Piece {
  node: Text;
  from: number;
}

/** The folded text of what is shown; a line feed between blocks, so that no match runs across them. */
function collect(root: Element): { text: string; nodes: Piece[] } {
  const nodes: Piece[] = [];
  let text = '';
  let block: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (!parent?.checkVisibility() || parent.closest('.visually-hidden')) continue;
    const around = parent.closest(
      'p, li, dt, dd, td, th, h1, h2, h3, h4, blockquote, figcaption, div, section',
    );
    if (around !== block) text += '\n';
    block = around;
    nodes.push({ node, from: text.length });
    text += fold(node.data.replace(/\s/g, ' '));
  }
  return { text, nodes };
}

function placeOf(nodes: readonly Piece[], at: number): { node: Text; offset: number } | undefined {
  let [low, high] = [0, nodes.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((nodes[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = nodes[low];
  return piece && { node: piece.node, offset: at - piece.from };
}
