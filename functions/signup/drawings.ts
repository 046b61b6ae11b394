/**
 * The exercise drawings and the site's mark: files beside the bundle, the same for everybody, so that a
 * picture says nothing about who looks at it.
 */
import { readFile } from 'node:fs/promises';
import type { Context } from 'hono';
import { PICTURE_HEADERS } from '../../web/headers.ts';
import type { App } from '../shell/app.ts';
import { deadLink } from '../shell/web/http.ts';

const NAME = /^(EX-\d{2}[a-z]?)\.([0-9a-f]{10})(@2x)?\.(svg|png)$/;
const TYPES: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png' };
/** The build puts the folder of that name beside the bundle (tools/build/bundle.ts). */
const FOLDER = new URL('./drawings/', import.meta.url);

/**
 * GET /drawings/{file}. A picture whose name is of this version may be kept forever; a mail of an older
 * version gets the drawing as it is now, for five minutes. Anything else is a dead link.
 */
export async function drawing(app: App<'signup'>, c: Context): Promise<Response> {
  const [, id = '', hash, density = '', kind = ''] = NAME.exec(c.req.param('file') ?? '') ?? [];
  const known = app.curriculum.exercises[id]?.drawing.file;
  if (known === undefined) return deadLink(app, c);
  const age = known === `${id}.${hash}` ? 'max-age=31536000, immutable' : 'max-age=300';
  const bytes = await readFile(new URL(`${id}${density}.${kind}`, FOLDER));
  return c.body(new Uint8Array(bytes), 200, {
    ...PICTURE_HEADERS,
    'content-type': TYPES[kind] ?? '',
    'cache-control': `public, ${age}`,
  });
}
