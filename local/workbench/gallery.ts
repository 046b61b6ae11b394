/**
 * `/__local/gallery`: the static site that `npm run gallery` wrote, as it lies in dist/gallery. Never built
 * here: it takes a browser and half a minute.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../root.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};
const NOT_BUILT =
  'The gallery has not been built yet. Run "npm run gallery" in another terminal, then load this page again.\n';
/** A file of the gallery or of its folder of drawings; no way up. */
const NAME = /^(?:drawings\/)?[a-zA-Z0-9][\w@-]*(?:\.[\w-]+)*\.(?:html|png|svg)$/;

export interface GalleryFile {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * `rest` = the path behind `/__local/gallery/`; null = the address without the last slash, which relative
 * links need. 404 with a sentence when there is nothing.
 */
export async function galleryFile(
  rest: string | null,
  folder = path.join(ROOT, 'dist/gallery'),
): Promise<GalleryFile> {
  if (rest === null)
    return {
      status: 302,
      type: 'text/plain; charset=utf-8',
      body: '',
      headers: { location: '/__local/gallery/' },
    };
  const name = rest === '' ? 'index.html' : rest;
  const body = NAME.test(name) ? await readFile(path.join(folder, name)).catch(() => null) : null;
  if (body !== null)
    return { status: 200, type: TYPES[path.extname(name)] ?? 'application/octet-stream', body };
  const why = rest === '' ? NOT_BUILT : 'There is no such file in the gallery.\n';
  return { status: 404, type: 'text/plain; charset=utf-8', body: why };
}
