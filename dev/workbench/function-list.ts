/** The custom functions of dist/Code.js as Sheets finds them: top-level functions under JSDoc with @customfunction. */
import type { CustomFunction } from './protocol';

const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function\s+([A-Za-z_$][\w$]*)\s*\(([^)]*)\)/g;
const parameterTag = /@param\s+(?:\{[^}]*\}\s*)?\[?([A-Za-z_$][\w$]*)[^\s\]]*\]?\s*-?\s*((?:(?!\s@)[\s\S])*)/g;

/** Sheets flattens line breaks. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

export function listCustomFunctions(code: string): CustomFunction[] {
  return [...code.matchAll(documented)].flatMap(([, doc = '', name = '', declared = '']) => {
    if (!/@customfunction\b/.test(doc) || name.endsWith('_')) return [];
    const text = doc.replaceAll(/^[ \t]*\*[ \t]?/gm, '');
    const details = new Map(
      [...text.matchAll(parameterTag)].map(([, parameter = '', detail = '']) => [parameter, flat(detail)]),
    );
    // The declared list decides, not the tags: a function without parameters takes none.
    const parameters = declared
      .split(',')
      .map((parameter) => parameter.trim())
      .filter(Boolean)
      .map((parameter) => ({ name: parameter, description: details.get(parameter) ?? '' }));
    return [{ name: name.toUpperCase(), description: flat(text.split(/^\s*@/m)[0] ?? ''), parameters }];
  });
}
