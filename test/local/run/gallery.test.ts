/**
 * The gallery under the local run: what `npm run gallery` wrote, a clear sentence before, and no way to any
 * other file.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { galleryFile } from '../../../local/workbench/gallery.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gallery-'));
const empty = mkdtempSync(path.join(tmpdir(), 'gallery-none-'));
mkdirSync(path.join(folder, 'drawings'));
writeFileSync(path.join(folder, 'index.html'), '<h1>Gallery</h1>');
writeFileSync(path.join(folder, 'mail-plan--both-moved.dark.html'), 'dark');
writeFileSync(path.join(folder, 'drawings/EX-08s@2x.png'), 'picture');
writeFileSync(path.join(folder, 'notes.txt'), 'secret');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(empty, { recursive: true, force: true });
});

describe('the gallery of the local run', () => {
  it('is found with and without the last slash', async () => {
    expect(await galleryFile(null, folder)).toMatchObject({
      status: 302,
      headers: { location: '/__local/gallery/' },
    });
    const index = await galleryFile('', folder);
    expect(index).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(String(index.body)).toBe('<h1>Gallery</h1>');
  });

  it('serves its sheets and its drawings', async () => {
    expect(await galleryFile('mail-plan--both-moved.dark.html', folder)).toMatchObject({
      status: 200,
      type: 'text/html; charset=utf-8',
    });
    expect(await galleryFile('drawings/EX-08s@2x.png', folder)).toMatchObject({
      status: 200,
      type: 'image/png',
    });
  });

  it('says what to do before it was built', async () => {
    const said = await galleryFile('', empty);
    expect(said.status).toBe(404);
    expect(said.body).toContain('npm run gallery');
  });

  it.each([
    '../package.json',
    '..%2fpackage.json',
    'drawings/../index.html',
    '/etc/passwd',
    'notes.txt',
    '.html',
    'missing.html',
    'drawings/',
  ])('has nothing at %s', async (name) => {
    expect((await galleryFile(name, folder)).status).toBe(404);
  });
});
