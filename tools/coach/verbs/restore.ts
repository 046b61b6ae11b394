/** `restore`: whoever cannot be read any more comes back from a copy of the table; nobody is mailed twice. */
import { makeStore } from '../../../functions/shell/store/store.ts';
import { LOCAL } from '../desk.ts';
import { noteAct } from '../journal.ts';
import { reasonOf } from '../person.ts';
import { restoreFrom } from '../restore.ts';
import { type Said, stageAgain, type Verb } from '../verb.ts';

export const restore: Verb = async (asked): Promise<Said> => {
  const { from } = asked.given;
  if (from === undefined)
    throw new Error(
      'Say which table holds the copy: --from NAME, the table that point-in-time recovery has made.',
    );
  const reason = reasonOf(asked.given.reason, 'It stands in the journal of the stage.');
  stageAgain(asked);
  const desk = await asked.desk();
  const { stage, db, clock } = desk;
  const onStage = stage === LOCAL ? '' : ` --stage ${stage}`;
  if (from === db.table) throw new Error(`${from} is the table of the stage itself: name the copy.`);
  if ((await desk.store.sending()).mode !== 'off')
    throw new Error(
      `Mails could leave meanwhile: npm run coach -- switch off${onStage} --again ${stage}, ` +
        'then run this again.',
    );
  const note = await noteAct(db, { verb: 'restore', reason });
  const done = await restoreFrom(desk, from, (tableName) =>
    makeStore({ client: db.client, tableName, clock }),
  );
  const { back, fine, gone, lost } = done;
  const says =
    `${back.length} came back as they were in ${from}, ${fine} can be read and stay as they are, ` +
    `${gone} are erased since and stay so`;
  await note(says);
  const broken =
    lost.length === 0
      ? ''
      : `Can be read neither here nor in the copy: ${lost.join(', ')}. Try an older copy, or erase them.\n`;
  return {
    text:
      `${stage}: ${says}.\n${broken}` +
      'Look at who came back (coach -- show ID), then let mails leave again: coach -- switch on.\n',
    json: { stage, from, ...done },
    code: lost.length === 0 ? 0 : 1,
  };
};
