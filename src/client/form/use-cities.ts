import { useState } from 'preact/hooks';
import { call } from '../call';

const known = new Map<string, string[]>();

/** The cities of a country, asked for once a page. A refusal leaves the field to free typing. */
export function useCities(country: string): { cities: string[]; state: 'idle' | 'busy' | 'failed'; load: () => void } {
  const [asked, setAsked] = useState<{ country: string; state: 'busy' | 'failed' | 'done' }>();
  const state = asked?.country === country && asked.state !== 'done' ? asked.state : 'idle';
  return {
    cities: known.get(country) ?? [],
    state,
    load() {
      if (country === '' || known.has(country) || state === 'busy') return;
      setAsked({ country, state: 'busy' });
      const end = (next: 'failed' | 'done'): void =>
        setAsked((now) => (now?.country === country ? { country, state: next } : now));
      call('cities', { country }).then(
        (cities) => {
          known.set(country, cities);
          end('done');
        },
        () => end('failed'),
      );
    },
  };
}
