// SpreadsheetApp.getUi(), the host's half.
import { Parked, ServiceError } from '../service';
import type { ExecutionInfo, Service, ServiceCall } from '../service';
import { servedHtml } from '../html-serving';
import { COST_MS } from '../limits';
import { texts } from './exception-text';
import type { Answer, ButtonName, ButtonSetName, Dialogue, Menu, Panel, UiDesk } from './ui-desk';

export interface UiOptions {
  desk: UiDesk;
  container: 'bound' | 'addon' | 'none';
  clock: 'virtual' | 'real';
  flush(executionId: number): void;
  releaseLocks(executionId: number): void;
}

/** What the cross in the corner counts as. Source: reference/base/ui#alert. */
const closed: ButtonName = 'CLOSE';

/** There is no one to ask in a cell or behind a trigger, and no window without a document. */
function hasUi(execution: Pick<ExecutionInfo, 'source'>, container: UiOptions['container']): boolean {
  return container !== 'none' && execution.source !== 'cell' && execution.source !== 'trigger';
}

/** Adding menus is all that onOpen may do (workspace/add-ons/concepts/editor-auth-lifecycle). */
const allowedInSimpleTrigger = new Set(['getUi', 'addMenu']);

export function uiService({ desk, container, clock, flush, releaseLocks }: UiOptions): Service {
  function settle(dialogue: Dialogue, answer: Answer): unknown {
    dialogue.button = answer.button;
    if (dialogue.kind === 'prompt') dialogue.text = answer.text ?? '';
    desk.emit({ type: 'answered', dialogue });
    return { button: answer.button, text: dialogue.text ?? '' };
  }

  function ask(kind: Dialogue['kind'], { execution, args, nowMs }: ServiceCall): unknown {
    const [title, message, buttons] = args as [string, string, ButtonSetName];
    flush(execution.id);
    // reference/base/ui: the script is suspended, and locks do not survive that.
    releaseLocks(execution.id);
    const dialogue: Dialogue = {
      id: desk.nextDialogueId(),
      executionId: execution.id,
      kind,
      title,
      message,
      buttons,
    };
    desk.dialogues.push(dialogue);
    desk.emit({ type: 'dialogue', dialogue });
    const queued = desk.takeAnswer();
    if (queued) return settle(dialogue, queued);
    if (clock === 'virtual') {
      if (buttons === 'OK' && kind === 'alert') return settle(dialogue, { button: 'OK' });
      // A test that forgot to say what the person answers must not pass by accident.
      throw new ServiceError(`The emulator was not told what to answer to "${message}": call ui.answer() before.`);
    }
    return new Parked({
      untilMs: nowMs + 24 * 60 * 60 * 1000,
      suspends: true,
      onTimeout: () => settle(dialogue, { button: closed }),
      start: (resume) => desk.onReply(dialogue.id, (answer) => resume(() => settle(dialogue, answer))),
    });
  }

  function show(place: 'sidebar' | 'dialog', { args }: ServiceCall): null {
    const panel = args[0] as Panel;
    desk[place] = { ...panel, html: servedHtml(panel.html) };
    desk.emit({ type: place });
    return null;
  }

  return {
    costMs: (method) => (method === 'getUi' || method === 'addMenu' ? 0 : COST_MS.spreadsheet),
    refuse(execution, method) {
      if (!hasUi(execution, container)) return texts.noUi();
      if (execution.source !== 'simpleTrigger' && execution.mode === 'FULL') return undefined;
      return allowedInSimpleTrigger.has(method) ? undefined : texts.notPermitted(`Ui.${method}.`);
    },
    methods: {
      getUi: () => null,
      addMenu({ args }) {
        const menu = args[0] as Menu;
        // The same menu added again replaces the one before, as a reload of the document does.
        desk.menus = [
          ...desk.menus.filter(({ kind, caption }) => kind !== menu.kind || caption !== menu.caption),
          menu,
        ];
        desk.emit({ type: 'menus' });
        return null;
      },
      alert: (call) => ask('alert', call),
      prompt: (call) => ask('prompt', call),
      showSidebar: (call) => show('sidebar', call),
      showModalDialog: (call) => show('dialog', call),
    },
  };
}
