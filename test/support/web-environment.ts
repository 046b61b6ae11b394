/** What a web function reads from its environment at the start, with names of nobody. */
export const WEB_ENVIRONMENT = {
  TABLE_NAME: 'people',
  STAGE: 'test',
  SITE_URL: 'https://calf.example.org',
  OPERATOR_NAME: 'Club',
  OPERATOR_POSTAL: '1 High Street',
  OPERATOR_EMAIL: 'club@example.org',
  MAIL_DOMAIN: 'mail.coach.example',
  REPLY_DOMAIN: 'reply.coach.example',
  URGENT_QUEUE_URL: 'https://sqs.example.org/urgent',
  ROUTINE_QUEUE_URL: 'https://sqs.example.org/routine',
} as const;
