import { ScriptBlob, encodeText } from './blob';
import { enumeration } from './enumeration';
import { call, exception } from './host';
import { printTemplate, templateCode } from './html-template';
import { checkSignature } from './signature';

type Output = GoogleAppsScript.HTML.HtmlOutput;
type Template = GoogleAppsScript.HTML.HtmlTemplate;

/** reference/html/html-output: the only meta tags that reach the page. */
const META_TAGS = new Set([
  'apple-mobile-web-app-capable',
  'apple-mobile-web-app-status-bar-style',
  'apple-mobile-web-app-title',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
]);

/** Content and title as given: what the page gets of them is decided when it is served (html-serving.ts). */
export class ScriptHtmlOutput implements Omit<Output, 'getMetaTags' | 'getAs'> {
  #content: string;
  #title = '';
  #width: number | null = null;
  #height: number | null = null;
  #faviconUrl: string | null = null;
  readonly #metaTags: { name: string; content: string }[] = [];
  constructor(content: string) {
    this.#content = content;
  }
  #self(): Output {
    return this as unknown as Output;
  }
  addMetaTag(name: string, content: string): Output {
    if (!META_TAGS.has(name)) throw exception(`The meta tag you specified is not allowed in this context.`);
    this.#metaTags.push({ name, content });
    return this.#self();
  }
  append(addedContent: string): Output {
    this.#content += String(addedContent);
    return this.#self();
  }
  appendUntrusted(addedContent: string): Output {
    this.#content += String(addedContent).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
    return this.#self();
  }
  asTemplate(): Template {
    return createTemplate(this.#content);
  }
  clear(): Output {
    this.#content = '';
    return this.#self();
  }
  getBlob(): GoogleAppsScript.Base.Blob {
    return new ScriptBlob(encodeText(this.#content), 'text/html') as unknown as GoogleAppsScript.Base.Blob;
  }
  getContent(): string {
    return this.#content;
  }
  getFaviconUrl(): string {
    return this.#faviconUrl as string;
  }
  getHeight(): number {
    return this.#height as number;
  }
  getMetaTags(): { getName(): string; getContent(): string }[] {
    return this.#metaTags.map(({ name, content }) => ({ getName: () => name, getContent: () => content }));
  }
  getTitle(): string {
    return this.#title;
  }
  getWidth(): number {
    return this.#width as number;
  }
  setContent(content: string): Output {
    this.#content = String(content);
    return this.#self();
  }
  setFaviconUrl(iconUrl: string): Output {
    this.#faviconUrl = iconUrl;
    return this.#self();
  }
  setHeight(height: number): Output {
    this.#height = height;
    return this.#self();
  }
  setSandboxMode(): Output {
    return this.#self();
  }
  setTitle(title: string): Output {
    this.#title = String(title);
    return this.#self();
  }
  setWidth(width: number): Output {
    this.#width = width;
    return this.#self();
  }
  setXFrameOptionsMode(): Output {
    return this.#self();
  }
}

/** Properties that a script sets on it are the variables of its scriptlets. */
class ScriptHtmlTemplate {
  readonly #html: string;
  constructor(html: string) {
    this.#html = html;
  }
  evaluate(): Output {
    return new ScriptHtmlOutput(printTemplate(this.#html, this)) as unknown as Output;
  }
  getCode(): string {
    return templateCode(this.#html);
  }
  getCodeWithComments(): string {
    return templateCode(this.#html);
  }
  getRawContent(): string {
    return this.#html;
  }
}

function createTemplate(html: string): Template {
  return new ScriptHtmlTemplate(html) as unknown as Template;
}

const textOf = (html: unknown): string => (html instanceof ScriptBlob ? html.getDataAsString() : String(html));

const fileText = (name: unknown): string => call('HtmlService', 'file', String(name)) as string;

export function createHtmlService(): Pick<
  GoogleAppsScript.HTML.HtmlService,
  'createHtmlOutput' | 'createHtmlOutputFromFile' | 'createTemplate' | 'createTemplateFromFile' | 'getUserAgent'
> & { SandboxMode: object; XFrameOptionsMode: object } {
  return {
    SandboxMode: enumeration('EMULATED', 'IFRAME', 'NATIVE'),
    XFrameOptionsMode: enumeration('ALLOWALL', 'DEFAULT'),
    createHtmlOutput: (html: unknown = '') => new ScriptHtmlOutput(textOf(html)) as unknown as Output,
    createHtmlOutputFromFile(...args: [filename: string]) {
      checkSignature('HtmlService.createHtmlOutputFromFile', args, 1);
      return new ScriptHtmlOutput(fileText(args[0])) as unknown as Output;
    },
    createTemplate: (html: unknown) => createTemplate(textOf(html)),
    createTemplateFromFile(...args: [filename: string]) {
      checkSignature('HtmlService.createTemplateFromFile', args, 1);
      return createTemplate(fileText(args[0]));
    },
    getUserAgent: () => 'Mozilla/5.0',
  };
}
