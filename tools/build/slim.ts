/** What a bundle would carry and no Lambda uses, together more than half its size. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** Where the curriculum lies after the build, and the name of its copy beside each bundle. */
export const CURRICULUM = 'dist/curriculum.json';
export const CURRICULUM_COPY = 'curriculum.json';
/** The reader's word lists, and the name of their copy. */
export const WORD_LISTS = 'program/reply/words/lists.json';
export const WORD_LISTS_COPY = 'words.json';
/**
 * What lies beside a bundle as data: parsed from a file of its own, which is faster than as code, and only
 * where it is used.
 */
export const BESIDE: readonly (readonly [file: string, copy: string])[] = [
  [CURRICULUM, CURRICULUM_COPY],
  [WORD_LISTS, WORD_LISTS_COPY],
  // What our mails can say, for the function that reads replies.
  ['dist/known-words.json', 'known-words.json'],
];

/**
 * Lambda hands credentials over in the environment, and so does the local run: the chain of files, tokens and
 * metadata hosts is never asked.
 */
const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'environment-credentials',
      namespace: 'calf-coach',
      pluginData: resolveDir,
    }));
    build.onLoad({ filter: /./, namespace: 'calf-coach' }, ({ pluginData }) => ({
      contents:
        "import { fromEnv } from '@aws-sdk/credential-provider-env';\nexport const defaultProvider = fromEnv;",
      resolveDir: pluginData as string,
    }));
  },
};

const dataBeside = (root: string): Plugin => ({
  name: 'data-beside',
  setup(build) {
    build.onLoad({ filter: /[\\/](dist|words)[\\/][\w-]+\.json$/ }, ({ path: file }) => {
      const copy = BESIDE.find(([source]) => path.resolve(file) === path.join(root, source))?.[1];
      if (copy === undefined) return null;
      return {
        contents: `import { readFileSync } from 'node:fs';\nexport default JSON.parse(readFileSync(new URL('./${copy}', import.meta.url), 'utf8'));`,
        loader: 'js',
      };
    });
  },
});

const NO_JSON_SCHEMA = `
const gone = () => { throw new Error('JSON Schema is not part of this bundle (tools/build/slim.ts)'); };
export const allProcessors = {};
export { gone as toJSONSchema, gone as extractDefs, gone as finalize, gone as initializeContext, gone as processSchema };
export const createToJSONSchemaMethod = () => gone;
export const createStandardJSONSchemaMethod = () => gone;
`;
const NO_EVENT_STREAMS = `
function gone() { throw new Error('event streams are not part of this bundle (tools/build/slim.ts)'); }
export { gone as EventStreamSerde, gone as eventStreamSerdeProvider };
`;

/**
 * Of the mail parser's two thousand entities; our own reader of HTML knows all it needs, this is for texts of
 * both kinds mixed.
 */
const FEW_ENTITIES = `export const htmlEntities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&nbsp;': ' ' };`;

/**
 * Parts of libraries that only other users of them reach: zod as JSON Schema, event streams of AWS services
 * that have them (ours have none), and all of a client's package.json but the version it puts into its user
 * agent. Whoever reaches one after all gets an error that names this file.
 */
const unreached: Plugin = {
  name: 'unreached',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]zod[\\/]v4[\\/]core[\\/](json-schema-processors|to-json-schema)\.js$/ },
      () => ({
        contents: NO_JSON_SCHEMA,
        loader: 'js',
      }),
    );
    build.onLoad({ filter: /[\\/]postal-mime[\\/]dist[\\/]esm[\\/]html-entities\.js$/ }, () => ({
      contents: FEW_ENTITIES,
      loader: 'js',
    }));
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({
      path: 'event-streams',
      namespace: 'unreached',
    }));
    build.onLoad({ filter: /./, namespace: 'unreached' }, () => ({
      contents: NO_EVENT_STREAMS,
      loader: 'js',
    }));
    build.onLoad({ filter: /[\\/]@aws-sdk[\\/][a-z-]+[\\/]package\.json$/ }, async ({ path: file }) => {
      const { version } = JSON.parse(await readFile(file, 'utf8')) as { readonly version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

export const slimPlugins = (root: string): Plugin[] => [environmentCredentials, unreached, dataBeside(root)];
