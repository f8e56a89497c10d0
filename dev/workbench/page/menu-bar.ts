/** Extensions ▸ influData ▸ …, as Sheets shows what onOpen built. Keyboard: arrows, Enter, Escape. */
import type { MenuItem } from '../protocol';
import { element } from './element';

/** An entry of the page's own, such as *Sort sheet*, does something here instead of calling the script. */
export interface PageMenuItem extends Omit<MenuItem, 'items'> {
  items?: PageMenuItem[];
  act?: () => void;
}

export interface MenuBar {
  show(menus: PageMenuItem[]): void;
  /** A menu function is running: the bar says so and takes no second click. */
  busy(isBusy: boolean): void;
}

const entriesOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>(':scope > .menu-entry > button')];

/** The list that belongs to a button: it follows the button in the document. */
const listOf = (button: Element) => button.nextElementSibling as HTMLElement | null;

function setOpen(button: HTMLElement, isOpen: boolean): void {
  const list = listOf(button);
  if (!list) return;
  list.hidden = !isOpen;
  button.setAttribute('aria-expanded', String(isOpen));
  if (!isOpen) for (const inner of list.querySelectorAll<HTMLElement>('button[aria-haspopup]')) setOpen(inner, false);
}

function neighbour(focused: HTMLElement, step: number): HTMLElement | undefined {
  const menu = focused.classList.contains('menu-top') ? listOf(focused) : focused.closest('.menu-list');
  const entries = menu ? entriesOf(menu) : [];
  return entries[(entries.indexOf(focused) + step + entries.length) % entries.length];
}

export function createMenuBar(host: HTMLElement, click: (functionName: string) => void): MenuBar {
  const menus = element('div', { class: 'menus' });
  const running = element('span', { class: 'running', role: 'status' });
  host.append(menus, running);
  let isRunning = false;

  const tops = () => [...menus.querySelectorAll<HTMLElement>('.menu-top')];
  const openOnly = (button: HTMLElement | null) => {
    for (const each of tops()) setOpen(each, each === button);
  };

  function entry({ label, items, functionName, act }: PageMenuItem): HTMLElement {
    if (label === null) return element('hr', { role: 'separator' });
    const button = element('button', { role: 'menuitem', type: 'button' }, element('span', {}, label));
    if (!items) {
      button.addEventListener('click', () => {
        openOnly(null);
        act?.();
        if (functionName && !isRunning) click(functionName);
      });
      return element('div', { class: 'menu-entry' }, button);
    }
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-expanded', 'false');
    button.append(element('span', { class: 'menu-arrow', 'aria-hidden': 'true' }, '▸'));
    const holder = element('div', { class: 'menu-entry' }, button, list(items));
    const reveal = () => {
      for (const other of entriesOf(holder.parentElement ?? holder)) setOpen(other, other === button);
    };
    holder.addEventListener('mouseenter', reveal);
    button.addEventListener('click', reveal);
    return holder;
  }

  const list = (items: PageMenuItem[]): HTMLElement =>
    element('div', { class: 'menu-list', role: 'menu', hidden: true }, ...items.map(entry));

  function top({ label, items = [] }: PageMenuItem): HTMLElement {
    const button = element(
      'button',
      { class: 'menu-top', type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
      label,
    );
    button.addEventListener('click', () => openOnly(listOf(button)?.hidden ? button : null));
    return element('div', { class: 'menu-anchor' }, button, list(items));
  }

  document.addEventListener('pointerdown', (event) => {
    if (!menus.contains(event.target as Node)) openOnly(null);
  });
  // A click into the sidebar's frame reaches this page only as a loss of focus.
  window.addEventListener('blur', () => openOnly(null));

  const steps: Record<string, (focused: HTMLElement) => HTMLElement | null | undefined> = {
    ArrowDown: (focused) => {
      if (focused.classList.contains('menu-top')) openOnly(focused);
      return neighbour(focused, 1);
    },
    ArrowUp: (focused) => neighbour(focused, -1),
    ArrowRight: (focused) => {
      const inner = listOf(focused);
      if (!inner) return undefined;
      setOpen(focused, true);
      return entriesOf(inner)[0];
    },
    ArrowLeft: (focused) => {
      const opener = focused.closest('.menu-list')?.previousElementSibling as HTMLElement | null | undefined;
      if (opener && !opener.classList.contains('menu-top')) setOpen(opener, false);
      return opener;
    },
    Escape: () => {
      const opened = tops().find((button) => button.getAttribute('aria-expanded') === 'true');
      openOnly(null);
      return opened;
    },
  };
  menus.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step(document.activeElement as HTMLElement)?.focus();
  });

  return {
    show: (items) => menus.replaceChildren(...items.map(top)),
    busy: (isBusy) => {
      isRunning = isBusy;
      running.textContent = isBusy ? 'Running script…' : '';
    },
  };
}
