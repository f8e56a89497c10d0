/** Nothing of what a person has tried here survives, so the button asks first. */
import { showDialog } from './dialogs';
import { byId } from './element';

const request = {
  id: 0,
  type: 'alert' as const,
  title: 'Start over?',
  message:
    'Everything goes back to how you found it: sheets, settings, runs, schedules, mailbox, charges and balance. This can’t be undone.',
  buttons: ['START_OVER', 'CANCEL'],
};

export function askBeforeStartingOver(startOver: () => void): void {
  byId('start-over').addEventListener('click', () =>
    showDialog(request, (button) => {
      if (button !== 'START_OVER') return;
      // The tip that was dismissed comes back too.
      localStorage.clear();
      startOver();
    }),
  );
}
