/** A host of letters, then anything but what could end the text of a formula. */
const PLAIN_HTTPS = /^https:\/\/[\w.-]+(:\d+)?\/[^\s"'\\<>{}|^]*$/;
const LONGEST_URL = 2_000;

/** The only formula that is made of a stranger's text: `=IMAGE` of an https address, or nothing. */
export const pictureFormula = (url: unknown): string =>
  typeof url === 'string' && url.length <= LONGEST_URL && PLAIN_HTTPS.test(url) ? `=IMAGE("${url}")` : '';
