import { keepForm, kept } from './form/kept';

/** A call that failed, as often in a row as `times`: for a bug report, so neither what was asked nor what was said. */
interface Failure {
  call: string;
  code: string;
  times: number;
  lastAt: string;
}

const NAME = 'failures';
const MOST = 10;

const failures = (): Failure[] => {
  try {
    return (JSON.parse(kept(NAME) ?? '[]') as Failure[]).slice(-MOST);
  } catch {
    return [];
  }
};

export function noteFailure(call: string, code: string): void {
  const all = failures();
  const last = all[all.length - 1];
  const isSame = last?.call === call && last.code === code;
  const times = isSame ? last.times + 1 : 1;
  const rest = isSame ? all.slice(0, -1) : all;
  keepForm(NAME, [...rest, { call, code, times, lastAt: new Date().toISOString() }].slice(-MOST));
}

/** A line for each of the last ten, oldest first. */
export const failureLines = (): string[] =>
  failures().map(
    ({ call, code, times, lastAt }) => `${lastAt} ${call}: ${code}` + (times > 1 ? `, ${times} times` : ''),
  );
