/** Three things a bundle would carry and no Lambda uses, together half its size. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** Where the curriculum lies after the build, and the name of its copy beside each bundle. */
export const CURRICULUM = 'dist/curriculum.json';
export const CURRICULUM_COPY = 'curriculum.json';

/**
 * `import { z }` takes zod's whole namespace object along, forty languages of messages included; a namespace import is shaken. The two mean
 * the same to the code.
 */
const shakeZod: Plugin = {
  name: 'shake-zod',
  setup(build) {
    build.onLoad({ filter: /[\\/](program|functions|emails|web)[\\/].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(/^import \{ z \} from 'zod';$/m, "import * as z from 'zod';"),
      loader: 'ts',
    }));
  },
};

/** Lambda hands credentials over in the environment, and so does the local run: the chain of files, tokens and metadata hosts is never asked. */
const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'environment-credentials',
      namespace: 'calf-coach',
      pluginData: resolveDir,
    }));
    build.onLoad({ filter: /./, namespace: 'calf-coach' }, ({ pluginData }) => ({
      contents: "import { fromEnv } from '@aws-sdk/credential-provider-env';\nexport const defaultProvider = fromEnv;",
      resolveDir: pluginData as string,
    }));
  },
};

/** The curriculum is data: parsed from a file of its own beside the bundle, which is faster than as code, and only where it is used. */
const curriculumBeside = (root: string): Plugin => ({
  name: 'curriculum-beside',
  setup(build) {
    build.onLoad({ filter: /[\\/]dist[\\/]curriculum\.json$/ }, ({ path: file }) => {
      if (path.resolve(file) !== path.join(root, CURRICULUM)) return null;
      return {
        contents: `import { readFileSync } from 'node:fs';\nexport default JSON.parse(readFileSync(new URL('./${CURRICULUM_COPY}', import.meta.url), 'utf8'));`,
        loader: 'js',
      };
    });
  },
});

export const slimPlugins = (root: string): Plugin[] => [shakeZod, environmentCredentials, curriculumBeside(root)];
