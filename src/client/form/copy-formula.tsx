import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import { announce } from '../ui/live';

const SHOWN_MS = 4_000;

/** Puts a formula on the clipboard; where the frame may not, shows it selected. */
export function CopyFormula({ formula }: { formula: string }): JSX.Element {
  const [state, setState] = useState<'idle' | 'copied' | 'byHand'>('idle');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setState('idle'), [formula]);
  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    if (state !== 'byHand') return;
    field.current?.focus();
    field.current?.select();
    if (oldWay()) copied();
  }, [state]);
  const copied = (): void => {
    setState('copied');
    announce('The formula is copied. Paste it into a cell.');
  };
  const copy = (): void => {
    const writing: Promise<void> = navigator.clipboard?.writeText(formula) ?? Promise.reject(new Error('no clipboard'));
    writing.then(copied, () => setState('byHand'));
  };
  return (
    <>
      <Button kind="quiet" onClick={copy}>
        {state === 'copied' ? 'Copied' : 'Copy as formula'}
      </Button>
      {state === 'byHand' && (
        <div class="field by-hand">
          <label for="formula-by-hand">Press Ctrl+C (⌘C) to copy, then paste it into a cell</label>
          <input id="formula-by-hand" ref={field} type="text" readOnly value={formula} />
        </div>
      )}
    </>
  );
}

/** HtmlService's frame often refuses the clipboard, but not this to what is selected. */
function oldWay(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
