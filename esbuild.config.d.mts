import type { BuildResult, Metafile } from 'esbuild';

export interface Bundle {
  code: string;
  metafile: Metafile;
}

export interface BundleOptions {
  minify?: boolean;
}

export function publicWrappers(source: string): string;
export function bundleServer(options?: BundleOptions): Promise<Bundle>;
export function bundleDesk(options?: BundleOptions): Promise<Bundle & { html: string }>;
export function buildClient(options?: BundleOptions): Promise<BuildResult<{ metafile: true; write: false }>>;
export function bundleClient(options?: BundleOptions): Promise<string>;
export function writeDist(options?: BundleOptions & { outdir?: string }): Promise<Bundle>;
