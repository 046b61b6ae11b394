/** Where the own page of an example leads. */
export const ME_LINKS = {
  action: '/me/x',
  worse: '/w/x',
  checkIn: '/c/x',
  unsubscribe: '/u/x',
  running: '/running/x',
  shoes: '/shoes/x',
  calendar: '/me/x/c',
  summary: '/me/x/s',
  session: '/x/t',
};
