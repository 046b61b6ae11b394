/**
 * A file the build writes. It need not be there for the types to hold; what it contains is parsed where it is
 * read.
 */
declare module '*/dist/curriculum.json';
declare module '*/dist/known-words.json';
