/** Every rule that needs nothing but the mail; each in a millisecond or less. */

import { HTML_RULES } from './html.ts';
import { MESSAGE_RULES } from './message.ts';
import type { MailRule } from './rule.ts';
import { TEXT_RULES } from './text.ts';
import { WORD_RULES } from './words.ts';

export const MAIL_RULES: readonly MailRule[] = [
  ...MESSAGE_RULES,
  ...WORD_RULES,
  ...HTML_RULES,
  ...TEXT_RULES,
].sort((a, b) => a.id - b.id);
