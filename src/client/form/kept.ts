const KEYS = 'influData.';

/** What was kept under a name by an earlier opening of the page. */
export function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(KEYS + name);
  } catch {
    // Frames may be refused storage; then a form lives as long as the page.
    return null;
  }
}

/** Called in layout effects: an effect comes after the next frame, and a page that is closed has none. */
export function keepForm(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(KEYS + name, JSON.stringify(value));
  } catch {
    // See above.
  }
}
