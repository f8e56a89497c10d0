import { useRef } from 'preact/hooks';

/** Replies overtake each other. Called when a question is asked; what it returns tells whether it still is the last one. */
export function useLast(): () => () => boolean {
  const turn = useRef(0);
  return () => {
    const mine = ++turn.current;
    return () => mine === turn.current;
  };
}
