import { checkInstallation, installationText } from '../jobs/check/installation';
import { entry, shape, type CallTools, type Entry } from './argument';
import type { HelpCalls, Installation } from './help-calls';

/** What *Help* can do. */
export const helpSurface = (): { [Name in keyof HelpCalls]: Entry } => ({
  checkInstallation: entry<'checkInstallation'>(() => shape({}), installation),
});

function installation(tools: CallTools): Installation {
  const lines = checkInstallation(tools);
  return { lines, text: installationText(lines) };
}
