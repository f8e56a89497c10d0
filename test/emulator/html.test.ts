import { describe, expect, it } from 'vitest';
import { servedHtml } from '../../dev/emulator/html-serving';
import { emulate, thrown, value } from './harness';

const html = {
  Sidebar: '<p>as it is <?= 1 ?></p>',
  Page: '<h1><?= title ?></h1><? for (var i = 0; i < 2; i++) { ?><li><?= i ?></li><? } ?><?!= include("Part") ?><script>var t = "<?= title ?>";</script>',
  Part: '<b>raw</b>',
};
const CODE = `
function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
function page(title) { var t = HtmlService.createTemplateFromFile('Page'); t.title = title; return t.evaluate().getContent(); }
function output() {
  var o = HtmlService.createHtmlOutput('<p>').append('a').appendUntrusted('<b>').setTitle('T').setWidth(300).addMetaTag('viewport', 'x');
  return [o.getContent(), o.getTitle(), o.getWidth()];
}
function meta(name) { HtmlService.createHtmlOutput('').addMetaTag(name, 'x'); }
`;

describe('HtmlService', () => {
  it('gives a file as it is, scriptlets and all, and names one that is not there', async () => {
    const emulator = await emulate(CODE, { html });
    expect(await value(emulator, 'include', 'Sidebar')).toBe('<p>as it is <?= 1 ?></p>');
    expect(await thrown(emulator, 'include', 'Nowhere')).toBe('Exception: No HTML file named Nowhere was found.');
  });

  it('runs scriptlets of a template: escaped for where they stand, raw, and code around them', async () => {
    const emulator = await emulate(CODE, { html });
    expect(await value(emulator, 'page', `<i>"'&</script>`)).toBe(
      '<h1>&lt;i&gt;&quot;&#39;&amp;&lt;/script&gt;</h1><li>0</li><li>1</li><b>raw</b>' +
        String.raw`<script>var t = "\x3ci\x3e\x22\x27\x26\x3c\x2fscript\x3e";</script>`,
    );
  });

  it('builds output, and allows only the meta tags on its list', async () => {
    const emulator = await emulate(CODE);
    expect(await value(emulator, 'output')).toEqual(['<p>a&#60;b&#62;', 'T', 300]);
    expect(await thrown(emulator, 'meta', 'referrer')).toContain('not allowed');
    expect(await thrown(emulator, 'meta', 'viewport')).toBeUndefined();
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
