export function scriptWithoutDoubleSlash(code: string): string;
export function styleWithoutDoubleSlash(css: string): string;
export function markupWithoutDoubleSlash(html: string): string;
export function refuseDoubleSlash(html: string): string;
