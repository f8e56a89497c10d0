/** Extensions ▸ influData ▸ …, as Sheets shows what onOpen built. Keyboard: arrows, Enter, Escape. */
import type { MenuItem } from '../protocol';
import { element } from './element';

export interface MenuBar {
  show(items: MenuItem[]): void;
  /** A menu function is running: the bar says so and takes no second click. */
  busy(isBusy: boolean): void;
}

const itemsOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>(':scope > .menu-entry > button')];

export function createMenuBar(host: HTMLElement, click: (functionName: string) => void): MenuBar {
  const running = element('span', { class: 'running', role: 'status' });
  const top = element(
    'button',
    { class: 'menu-top', 'aria-haspopup': 'menu', 'aria-expanded': 'false', type: 'button' },
    'Extensions',
  );
  const list = element('div', { class: 'menu-list', role: 'menu', hidden: true });
  const anchor = element('div', { class: 'menu-anchor' }, top, list);
  host.append(anchor, running);
  let isBusy = false;

  function open(isOpen: boolean): void {
    list.hidden = !isOpen;
    top.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) for (const sub of list.querySelectorAll<HTMLElement>('.menu-list')) sub.hidden = true;
  }

  function entry(item: MenuItem): HTMLElement {
    if (item.label === null) return element('hr', { role: 'separator' });
    const holder = element('div', { class: 'menu-entry' });
    const button = element('button', { role: 'menuitem', type: 'button' }, element('span', {}, item.label));
    holder.append(button);
    const { items, functionName } = item;
    if (items) {
      const sub = element('div', { class: 'menu-list', role: 'menu', hidden: true }, ...items.map(entry));
      button.append(element('span', { class: 'menu-arrow', 'aria-hidden': 'true' }, '▸'));
      button.setAttribute('aria-haspopup', 'menu');
      const reveal = () => {
        for (const other of holder.parentElement?.querySelectorAll<HTMLElement>('.menu-list') ?? [])
          other.hidden = other !== sub;
        sub.hidden = false;
      };
      holder.addEventListener('mouseenter', reveal);
      button.addEventListener('click', () => {
        reveal();
        itemsOf(sub)[0]?.focus();
      });
      holder.append(sub);
    } else {
      button.addEventListener('click', () => {
        open(false);
        if (functionName && !isBusy) click(functionName);
      });
    }
    return holder;
  }

  top.addEventListener('click', () => open(list.hidden === true));
  document.addEventListener('pointerdown', (event) => {
    if (!anchor.contains(event.target as Node)) open(false);
  });
  // A click into the sidebar's frame reaches this page only as a loss of focus.
  window.addEventListener('blur', () => open(false));

  const steps: Record<string, (focused: HTMLElement) => HTMLElement | undefined> = {
    ArrowDown: (focused) => neighbour(focused, 1),
    ArrowUp: (focused) => neighbour(focused, -1),
    ArrowRight: (focused) => {
      if (focused.getAttribute('aria-haspopup') !== 'menu') return undefined;
      focused.click();
      return itemsOf(focused.nextElementSibling ?? list)[0];
    },
    ArrowLeft: (focused) => focused.closest('.menu-list')?.previousElementSibling as HTMLElement | undefined,
  };
  function neighbour(focused: HTMLElement, step: number): HTMLElement | undefined {
    const menu = focused === top ? list : focused.closest('.menu-list');
    const items = menu ? itemsOf(menu) : [];
    return items[(items.indexOf(focused) + step + items.length) % items.length];
  }
  anchor.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      open(false);
      top.focus();
      return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    if (document.activeElement === top) open(true);
    step(document.activeElement as HTMLElement)?.focus();
  });

  return {
    show: (items) => list.replaceChildren(...items.map(entry)),
    busy: (busy) => {
      isBusy = busy;
      running.textContent = busy ? 'Running script…' : '';
      top.toggleAttribute('data-busy', busy);
    },
  };
}
