/** Marks by which mail programs tell the old mail from the new one in HTML. */

/** Elements whose text is never read. */
export const SILENT_ELEMENTS: readonly string[] = [
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'object',
  'select',
  'textarea',
];
/** Elements that begin a line of their own. */
export const BLOCK_ELEMENTS: readonly string[] = [
  ...[
    'address',
    'article',
    'blockquote',
    'br',
    'center',
    'dd',
    'div',
    'dl',
    'dt',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
  ...['header', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'tr', 'ul', 'body', 'html'],
];
export const VOID_ELEMENTS: readonly string[] = [
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
];
/**
 * Classes of an element that holds the old mail: Gmail, Yahoo, Proton, Thunderbird's and Apple's citations,
 * Zoho.
 */
export const QUOTE_CLASSES: readonly string[] = [
  'gmail_quote',
  'gmail_quote_container',
  'gmail_extra',
  'yahoo_quoted',
  'protonmail_quote',
  'zmail_extra',
  'moz-forward-container',
];
/** The person's own signature. */
export const SIGNATURE_CLASSES: readonly string[] = [
  'gmail_signature',
  'moz-signature',
  'protonmail_signature_block',
  'ms-outlook-mobile-signature',
];
/** Ids, names and classes of an element after which everything is the old mail: Outlook, Spark. */
export const CUT_MARKS: readonly string[] = [
  ...[
    'divrplyfwdmsg',
    'x_divrplyfwdmsg',
    'appendonsend',
    'x_appendonsend',
    'mail-editor-reference-message-container',
  ],
  ...['ms-outlook-mobile-reference-message', 'messagereplysection', 'olk_src_body_section'],
];
