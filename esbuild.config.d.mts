import type { BuildOptions, BuildResult, Metafile } from 'esbuild';

export interface Bundle {
  code: string;
  metafile: Metafile;
}

export function publicWrappers(source: string): string;
export function bundleServer(other?: BuildOptions): Promise<Bundle>;
export function buildClient(): Promise<BuildResult<{ metafile: true; write: false }>>;
