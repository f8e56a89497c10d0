import { describe, expect, it } from 'vitest';
import { servedHtml } from '../../dev/emulator/html-serving';
import { emulate, thrown, value } from './harness';

const html = {
  Sidebar: '<p>as it is <?= 1 ?></p>',
  Part: '<b>raw</b>',
};
const CODE = `
function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
`;

describe('HtmlService', () => {
  it('gives a file as it is, scriptlets and all, and names one that is not there', async () => {
    const emulator = await emulate(CODE, { html });
    expect(await value(emulator, 'include', 'Sidebar')).toBe('<p>as it is <?= 1 ?></p>');
    expect(await thrown(emulator, 'include', 'Nowhere')).toBe('Exception: No HTML file named Nowhere was found.');
  });

  it('works in a custom function', async () => {
    expect((await (await emulate(CODE, { html })).cell('include', 'Part')).value).toBe('<b>raw</b>');
  });
});

describe('a served page', () => {
  it('loses the rest of each line from // on: in strings, expressions, attributes and styles too', () => {
    expect(
      servedHtml(
        [
          '<a href="https://x.com">x</a>',
          '<style>a { background: url(https://x.com) }',
          '</style><script>var u = "https://x.com"; f();',
          'var r = /[//]/; // c',
          'var t = `https://x.com`;',
          'done();</script>',
        ].join('\n'),
      ).split('\n'),
    ).toEqual([
      '<a href="https:',
      '<style>a { background: url(https:',
      '</style><script>var u = "https:',
      'var r = /[',
      'var t = `https:',
      'done();</script>',
    ]);
  });

  it('loses comments inside template literals, and is else as it is', () => {
    expect(servedHtml('<script>var a = `x/* y */z`, b = "x/* y */z";</script>')).toBe(
      '<script>var a = `xz`, b = "x/* y */z";</script>',
    );
    const whole = String.raw`<p>a / b</p><a href="https:/&#47;x.com"></a><script>var u = "https:/\/x.com", r = /\/[/]/;</script>`;
    expect(servedHtml(whole)).toBe(whole);
  });

  it('is what a sidebar and a dialog show, while getContent still has all of it', async () => {
    const emulator = await emulate(`function show() {
      var page = HtmlService.createHtmlOutput('<p>https://x.com</p>');
      SpreadsheetApp.getUi().showSidebar(page);
      SpreadsheetApp.getUi().showModalDialog(page, 'T');
      return page.getContent();
    }`);
    const { value: content } = await emulator.run({ name: 'show', mode: 'FULL', source: 'menu' });
    expect(content).toBe('<p>https://x.com</p>');
    expect([emulator.ui.sidebar?.html, emulator.ui.dialog?.html]).toEqual(['<p>https:', '<p>https:']);
  });
});
