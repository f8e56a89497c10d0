import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { TEXT } from '../text/text';
import { Button } from './button';
import { announce } from './live';

const SHOWN_MS = 4_000;

interface CopyTextProps {
  text: string;
  /** On the button. */
  label: string;
  /** Said when it is copied. */
  said: string;
  /** Above the field that is shown where the frame may not copy. */
  byHand?: string;
}

/** Puts a text on the clipboard; where the frame may not, shows it selected. */
export function CopyText({ text, label, said, byHand = TEXT.ui.copyByHand }: CopyTextProps): JSX.Element {
  const [state, setState] = useState<'idle' | 'copied' | 'byHand'>('idle');
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  useEffect(() => setState('idle'), [text]);
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
    announce(said);
  };
  const copy = (): void => {
    const writing: Promise<void> = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    writing.then(copied, () => setState('byHand'));
  };
  const shown = { id: 'text-by-hand', ref: field, readOnly: true, value: text };
  return (
    <>
      <Button kind="quiet" onClick={copy}>
        {state === 'copied' ? TEXT.ui.copied : label}
      </Button>
      {state === 'byHand' && (
        <div class="field by-hand">
          <label for={shown.id}>{byHand}</label>
          {text.includes('\n') ? <textarea rows={5} {...shown} /> : <input type="text" {...shown} />}
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
