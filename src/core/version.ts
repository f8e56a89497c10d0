/** Of package.json; the build puts it here. */
declare const BUNDLE_VERSION: string;

export const bundleVersion = (): string => BUNDLE_VERSION;
