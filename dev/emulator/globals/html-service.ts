import { call } from './host';
import { checkSignature } from './signature';

type Output = GoogleAppsScript.HTML.HtmlOutput;

/** Content and title as given: what the page gets of them is decided when it is served (html-serving.ts). */
class ScriptHtmlOutput {
  #content: string;
  #title = '';
  #width: number | null = null;
  #height: number | null = null;
  constructor(content: string) {
    this.#content = content;
  }
  #self(): Output {
    return this as unknown as Output;
  }
  getContent(): string {
    return this.#content;
  }
  getHeight(): number {
    return this.#height as number;
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
  setHeight(height: number): Output {
    this.#height = height;
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
}

const fileText = (name: unknown): string => call('HtmlService', 'file', String(name)) as string;

export function createHtmlService(): Pick<
  GoogleAppsScript.HTML.HtmlService,
  'createHtmlOutput' | 'createHtmlOutputFromFile'
> {
  return {
    createHtmlOutput: (html: unknown = '') => new ScriptHtmlOutput(String(html)) as unknown as Output,
    createHtmlOutputFromFile(...args: [filename: string]) {
      checkSignature('HtmlService.createHtmlOutputFromFile', args, 1);
      return new ScriptHtmlOutput(fileText(args[0])) as unknown as Output;
    },
  };
}
