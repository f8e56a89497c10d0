import { refusal } from '../auth-modes';
import { environment, exception } from './host';

/** For methods that ask the host nothing (getters of stores, of locks): throws where the mode forbids the service. */
export function checkAccess(service: string, method: string): void {
  const { mode } = environment();
  const text = refusal(mode, service, method);
  if (text !== undefined) throw exception(text);
}
