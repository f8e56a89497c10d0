/** What eyes and machines have against the sidebar as it is: looked at in a page, or in the frame beside a sheet. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

let source: Promise<string> | undefined;
export const axeSource = (): Promise<string> =>
  (source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));

/**
 * Looks of texts whose contrast axe has found to be enough, or cannot tell. That takes half of axe's time, and they come back
 * in each state.
 */
const knownLooks = new Set<string>();

/**
 * axe's violations, in the page. A text's look is all that its contrast rests on, and where in the page it stands: its
 * colour and size, of each element around it the class, the ground and the place, and the grounds that it lies over or
 * under beside these, in part or as a whole. What was looked at before is not again.
 */
async function look(known: string[]): Promise<{ found: string[]; looked: string[] }> {
  interface Result {
    id: string;
    nodes: { element: Element; html: string; failureSummary: string }[];
  }
  interface Results {
    violations: Result[];
    passes: Result[];
    incomplete: Result[];
  }
  const { axe } = window as unknown as {
    axe: { run: { (options: object): Promise<Results>; (context: Element[], options: object): Promise<Results> } };
  };
  const grounds = new Map<Element, string>();
  function groundOf(element: Element | null): string {
    if (!element) return '';
    let ground = grounds.get(element);
    if (ground === undefined) {
      const { backgroundColor, backgroundImage, opacity, filter, position, zIndex } = getComputedStyle(element);
      const own = [element.tagName, element.getAttribute('class'), backgroundColor, backgroundImage, opacity, filter];
      ground = groundOf(element.parentElement) + '|' + [...own, position, zIndex].join(' ');
      grounds.set(element, ground);
    }
    return ground;
  }
  const painted = [...document.body.querySelectorAll('*')].flatMap((element) => {
    if (!element.checkVisibility()) return [];
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const isClear = backgroundImage === 'none' && /^rgba\(.* 0\)$/.test(backgroundColor);
    return isClear ? [] : [{ element, box: element.getBoundingClientRect() }];
  });
  function beside(element: Element, { left, right, top, bottom }: DOMRect): string {
    const isWhole = (box: DOMRect) => box.left <= left && box.right >= right && box.top <= top && box.bottom >= bottom;
    return painted
      .filter(({ box }) => box.left < right && box.right > left && box.top < bottom && box.bottom > top)
      .filter((each) => !each.element.contains(element) && !element.contains(each.element))
      .map((each) => (isWhole(each.box) ? '=' : '~') + groundOf(each.element))
      .join('&');
  }
  // A tick or a dot is no text, nor is what is there for screen readers alone: axe leaves both out.
  const fields =
    'select, textarea, input:not([type=checkbox], [type=radio], [type=range], [type=color], [type=hidden])';
  const looks = new Map<Element, string>();
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    if (!(hasText || element.matches(fields)) || !element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const text = [groundOf(element), color, fontSize, fontWeight, textShadow, beside(element, box)].join(' ');
    // All of them go to the page and back each time: 64 bits of each are enough.
    let [low, high] = [0x811c9dc5, 0x9747b28c];
    for (let at = 0; at < text.length; at++) {
      low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
      high = Math.imul(high ^ text.charCodeAt(at), 0x5bd1e995);
    }
    looks.set(element, low.toString(36) + ' ' + high.toString(36));
  }
  const isKnown = new Set(known);
  const strange = [...looks].flatMap(([element, name]) => (isKnown.has(name) ? [] : [element]));
  // There is no media to load before.
  const options = { preload: false, elementRef: true };
  const others = { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false } } };
  const found = await axe.run({ ...options, ...others });
  // What was drawn anew meanwhile is not there any more.
  const there = strange.filter((element) => element.isConnected);
  const contrast = there.length > 0 ? await axe.run(there, { ...options, runOnly: ['color-contrast'] }) : undefined;
  return {
    found: [...found.violations, ...(contrast?.violations ?? [])].flatMap(({ id, nodes }) =>
      nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary),
    ),
    // What axe leaves out because it is disabled may be told elsewhere.
    looked: [...(contrast?.passes ?? []), ...(contrast?.incomplete ?? [])].flatMap(({ nodes }) =>
      nodes.flatMap(({ element }) => looks.get(element) ?? []),
    ),
  };
}

/** In the page: what is wrong with the room that there is. */
function misfits(): string[] {
  const parts =
    'body, .dock, .scroll, .button, .done, .price, .pause-switch, .price-lines .note.warn, .tool-dock .note.warn';
  const all = [...document.querySelectorAll<HTMLElement>(parts)]
    .filter((each) => each.checkVisibility())
    .map((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isOut = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || !(at && each.contains(at));
      return { each, isOut, text: each.innerText.replace(/\s+/g, ' ').trim().slice(0, 60) };
    });
  const primaries = all.filter(({ each }) => each.matches('.button.action'));
  return [
    ...(primaries.length > 1 ? ['several primary buttons: ' + primaries.map(({ text }) => text).join(', ')] : []),
    ...all
      .filter(({ each, isOut }) => isOut && each.matches('.button.action, .tool-dock > .button, .price, .pause-switch'))
      .map(({ each, text }) => 'out of sight: ' + (text || each.className)),
    // Half as wide, it is a few words a line; half as high, a whole form stands around it.
    ...all
      .filter(({ each, isOut }) => isOut && each.matches('.note'))
      .filter(({ each }) => innerWidth > 200 && (innerHeight > 340 || !each.closest('.write')))
      .map(({ text }) => 'out of sight: ' + text),
    ...all
      .filter(({ each, isOut, text }) => isOut && each.matches('.tool .button') && /· [\d,]+ requests?$/.test(text))
      .map(({ each, text }) => 'out of sight: ' + (text || each.className)),
    ...all
      .filter(({ each }) => each.matches('.done:not(:has([aria-expanded=true]))'))
      .filter(({ each }) => innerHeight >= 500 && each.clientHeight > innerHeight / 3)
      .map(({ text }) => 'more than a line: ' + text),
    ...all
      .filter(({ each }) => each.scrollWidth > each.clientWidth && !(innerHeight < 300 && each.matches('.scroll')))
      .map(({ each, text }) => 'too wide: ' + each.className + ' ' + text),
  ];
}

/** axe's violations in words. axe is there already. */
export async function violationsIn(page: Page | Frame): Promise<string[]> {
  const { found, looked } = await page.evaluate(look, [...knownLooks]);
  for (const each of looked) knownLooks.add(each);
  return found;
}

/**
 * A second primary button, one that is out of sight, a price or the pause that is, parts that are too wide, a finished run
 * over what is beside it.
 */
export const misfitsIn = (page: Page | Frame): Promise<string[]> => page.evaluate(misfits);

/** In the page: what has the focus, or was opened, where it would be if that had been at this size. */
function scrolled(): void {
  for (const tool of document.querySelectorAll('.more[open]'))
    if (tool.checkVisibility()) tool.scrollIntoView({ block: 'start' });
  // Within it, too: a question that is asked has the focus.
  document.activeElement?.scrollIntoView({ block: 'nearest' });
}
export const scrollAsOpened = (page: Page | Frame): Promise<void> => page.evaluate(scrolled);
