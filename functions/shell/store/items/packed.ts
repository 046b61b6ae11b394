/**
 * A value as few bytes: JSON, deflated over a text that holds the names such values are made of.
 * DynamoDB counts a write by the kilobyte, and nine tenths of a course are names of fields.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * What both sides know beforehand. **Frozen**: a stored byte can be read with this text alone, so another
 * text is another function beside this one and a step of `UPCASTS`. The nearer to the end, the cheaper.
 */
const KNOWN = [
  '"createdAt":"2026-","email":"","firstName":"","country":"GB","locale":"en","consents":{"email":{"at":"',
  '2026-","version":"1"},"confirmedAt":"2026-","health":{"at":"2026-","version":"1"}},"fresh":null,"timeZ',
  'one":"Europe/London","weekday":1,"hour":7,"units":"km","rhythm":"full","tokenEpoch":0,"owed":[],"infli',
  'ght":[],"started":[],"notices":[],"counter":0,"baseline":{"painAverage":4,"painWorst":5,"intent":"pain',
  '","side":"left","site":"upper","ageBand":"30-39","strainLast12m":"0","runsNow":"reduced","longestRun30',
  'd":null,"longestBefore":null,"startLongestRun":null,"onsetDate":"2026-","nextDay":"worse24","ticks":[]',
  ',"conditions":[],"suddenOnset":null,"caps":[],"startLevel":1,"startStage":"R0","normSex":"female"},"cu',
  'rriculum":"1.0.0","startedAt":"2026-"stop":{"at":"2026-","route":"doctor","findings":[{"code":"D4","ro',
  'ute":"emergency","answer":"redFlags.swelling"}],"from":"check-in","week":1},"choice":null,"flaredAt":n',
  'ull,"restriction":"noProgress","milestones":[{"code":"LV3","days":7,"openedAt":"2026-","lessons":["LES',
  '-01","LES-02","LES-03","LES-04","LES-05","LES-06","LES-07","LES-08","reasons":[{"code":"level-weeks-no',
  't-served","params":{"level":"LV4","weeks":1,"needed":2}},{"code":"running-up","params":{"from":"R1","t',
  'o":"R2"}},{"code":"AD-21","params":{"avg":1,"worst":2,"prev":1,"plan":3,"missed":0,"done":3,"minutes":',
  '6,"planned":6}}],"physio":false,"missing":[],"average":1,"worst":2,"previousAverage":1}"explained":{"o',
  'utcome":"HOLD","rule":"AD-11","decided":{"previous":{"tracks":{"level":1,"weeksAtLevel":0,"stage":"R0"',
  ',"longestRun":null,"rkRegressions":0,"rkRaises":0,"weeksAtStage":0,"footCoreWeek":1,"footCoreEased":fa',
  'lse,"daysOffRunning":false,"footCoreSessions":3},"nextPlanAt":"2026-","sentAt":"2026-"asked":{"week":1',
  ',"caps":[],"missed":0,"sessionsPlanned":3,"restriction":"none","previousAverage":2,"historyLength":1,"',
  'flared":false,"answers":1,"answer":{"painAverage":2,"painWorst":3,"nextDay":"settled","sessionsDone":3',
  ',"longestRunMinutes":0,"painkillers":"no","redFlags":[],"gateStrength":"yes","gateRun":"notTried""hist',
  'ory":[{"outcome":"PROGRESS","rule":"AD-21","average":2,"worst":3,"settled":true,"stiffBoth":false,"com',
  'plete":true,"sessionsDone":3,"sessionsPlanned":3,"level":2,"stage":"R0","raises":null,"longestRun":0,"',
  'on":"2026-03-15","nextDay":"settled","painkiller":false,"tests":{"strength":"yes"}},{"week":2,"command',
  '":"SubmitCheckIn","actor":"person","commandId":"","rev":1,"events":[{"type":"CheckedIn","number":1,"so',
  'urce":"web"},{"type":"Progressed","digest":{"type":"CheckInOpened","type":"MailReleased","type":"Mails',
  'Dropped","why":"stale","type":"MailRefused","retryAt":"2026-","lasting":false,"type":"EvidenceAwaited"',
  ',"type":"MailsOwed","mails":[{"occasion":"w2-plan","kind":"plan","due":"2026-","kind":"lesson","kind":',
  '"reminder","kind":"check-in","planOut":true,"decisionsSent":0,"pending":{"rev":1,"at":"2026-","command',
  '":"RecordSent","commandId":"sent."actor":"send","events":[{"type":"MailSent","at":"2026-","command":"W',
  'ake","commandId":"wake.","actor":"time","events":[{"type":"MailClaimed","mail":{"occasion":"w1-plan","',
  'kind":"check-in","week":1,"byPerson":false,"refusals":0,"attempt":1,"owner":"","at":"2026-03-02T06:00:',
  '00.000Z","checkAt":"2026-03-02T07:00:00.000Z"}}]}}',
].join('');
const DICTIONARY = Buffer.from(KNOWN, 'latin1');
/** No item of the table is longer than 400 KB; what unpacks to more was not packed here. */
const MOST_BYTES = 8_000_000;

/** Any JSON text as bytes. */
export const packed = (json: string): Uint8Array =>
  deflateRawSync(Buffer.from(json, 'utf8'), { dictionary: DICTIONARY, level: 9 });

/** The text again. Throws on bytes that `packed` did not make, without quoting any of them. */
export function unpacked(bytes: Uint8Array): string {
  try {
    return inflateRawSync(bytes, { dictionary: DICTIONARY, maxOutputLength: MOST_BYTES }).toString('utf8');
  } catch {
    throw new Error('a stored body cannot be unpacked');
  }
}
