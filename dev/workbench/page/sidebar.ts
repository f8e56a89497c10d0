/**
 * The add-on's sidebar (and modal dialogs): the served HTML in a frame of another origin with HtmlService's sandbox,
 * whose google.script.run (../sidebar-client.ts) talks to this page by messages.
 */
import { byId, element } from './element';

/** HtmlService's own list; Source: developers.google.com/apps-script/guides/html/restrictions */
const sandbox =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

export type ServeResult = { ok: true; value: string } | { ok: false; name: string; message: string };

/** From the frame. Arguments and values are encoded by dev/emulator/wire. */
export type FrameMessage =
  | { influData: 'run'; id: number; name: string; args: string }
  | { influData: 'close' }
  | { influData: 'focusEditor' };

/** To the frame. */
export type FrameReply = { influData: 'done'; id: number; result: ServeResult };

export interface SidebarHost {
  show(frame: { title: string; url: string; width: number; modal: boolean }): void;
  close(): void;
}

export function createSidebarHost(options: {
  origin: string;
  serve: (name: string, args: string) => Promise<ServeResult>;
  closed: () => void;
  focusEditor: () => void;
}): SidebarHost {
  const panel = byId('sidebar');
  let modal: HTMLDialogElement | null = null;
  let frame: HTMLIFrameElement | null = null;

  function close(): void {
    panel.replaceChildren();
    panel.hidden = true;
    modal?.remove();
    modal = null;
    frame = null;
  }

  function closeByHand(): void {
    close();
    options.closed();
    options.focusEditor();
  }

  window.addEventListener('message', (event: MessageEvent<FrameMessage>) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== options.origin) return;
    const message = event.data;
    if (message.influData === 'close') closeByHand();
    if (message.influData === 'focusEditor') options.focusEditor();
    if (message.influData !== 'run') return;
    const asker = frame;
    void options.serve(message.name, message.args).then((result) => {
      const reply: FrameReply = { influData: 'done', id: message.id, result };
      asker.contentWindow?.postMessage(reply, options.origin);
    });
  });

  return {
    close,
    show({ title, url, width, modal: isModal }) {
      close();
      frame = element('iframe', { src: options.origin + url, sandbox, title });
      const bar = element(
        'header',
        {},
        element('h2', {}, title),
        element('button', { type: 'button', 'aria-label': 'Close', click: closeByHand }, '×'),
      );
      if (isModal) {
        modal = element(
          'dialog',
          { class: 'script-frame', style: `width: ${width}px`, 'aria-label': title },
          bar,
          frame,
        );
        modal.addEventListener('cancel', closeByHand);
        document.body.append(modal);
        modal.showModal();
      } else {
        panel.replaceChildren(bar, frame);
        panel.hidden = false;
      }
    },
  };
}
