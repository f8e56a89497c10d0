/** The hidden sheet with whole answers of runs. */
export const DATA_TAB = 'influData data';
export const DATA_TAB_HEADERS = ['Key', 'Fetched', 'Requests', 'Answer'] as const;
