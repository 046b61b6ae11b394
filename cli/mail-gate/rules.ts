/** Every rule that needs nothing but the mail; each in a millisecond or less. */

import type { MailRule } from './rule.ts';
import { HTML_RULES } from './rules-html.ts';
import { MESSAGE_RULES } from './rules-message.ts';
import { TEXT_RULES } from './rules-text.ts';
import { WORD_RULES } from './rules-words.ts';

export const MAIL_RULES: readonly MailRule[] = [
  ...MESSAGE_RULES,
  ...WORD_RULES,
  ...HTML_RULES,
  ...TEXT_RULES,
].sort((a, b) => a.id - b.id);
