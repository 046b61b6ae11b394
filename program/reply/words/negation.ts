/** Words around a stop sign that decide whether the person has it. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** They take the word behind them away. Apostrophes are gone and "is not" is one word by now. */
export const NEGATORS = words(
  'no not never nothing without isnt wasnt arent werent dont doesnt didnt hasnt havent hadnt aint neither nor none zero nil cant couldnt wont wouldnt free',
);
/**
 * Behind a negator they turn it round, or leave it open: "no change in the swelling", "not only swollen",
 * "not sure".
 */
export const NOT_UNDONE = words(
  'only just sure certain change changes better improvement improved less doubt idea gone going getting know say tell rule deny exclude relief different difference',
);
/**
 * These may stand between a negator and what it takes away; anything else ends its reach. Other stop-sign
 * words may as well.
 */
export const WITHIN_REACH = words(
  'any a an the my have had has having get got feel feeling felt feels notice noticed see seen saw hear heard been be being look looking looks seem seems sign signs of much more at all really very or nor and either new obvious visible real such extra in on to with it me myself experience experienced experiencing at kind sort particular there actual bit longer single major further recent also',
);
/** Where a reach ends and something new is said. */
export const TURNS = words(
  'but however although though except yet still now then because apart besides just only plus unless until since instead',
);
/** "It has gone". */
export const GONE = words('gone disappeared vanished resolved cleared');
export const GONE_FILLERS = words(
  'has have is are was all completely now totally fully entirely already been',
);
/** Behind "gone" they spoil it. */
export const NOT_GONE = words('down worse up bad out further');
export const NO_ANSWERS = words('no none nope nil never zero negative');

/**
 * Other people, and animals, whose troubles are not the participant's; the possessive has lost its
 * apostrophe.
 */
export const OTHERS = words(
  [
    'wife husband partner son daughter mum mom mother dad father brother sister friend colleague neighbour neighbor dog cat boss coach uncle aunt',
    'grandmother grandfather granny grandma grandpa nan girlfriend boyfriend kid child baby toddler mate cousin flatmate roommate',
  ].join(' '),
);
export const OTHERS_HAVE = words('has had have got gets having with is was suffers suffered s');
/** Between another person and the sign they show that it is about the participant after all. */
export const ABOUT_ME = words(
  'me my i mine im ive says said thinks noticed saw asked told worried sure thought spotted pointed reckons concerned we us our',
);
/** Long past, unless it is back. */
export const YEARS = words('year years childhood teenager decade');
export const LONG_AGO = words('ago last previous earlier as before');
export const BACK_AGAIN = words('again still now since today yesterday week return returned back');
/** Talk about what we wrote. */
export const TOPICS = words('lesson lessons article articles chapter podcast video');
export const ABOUT_MYSELF = words('my i im ive calf leg foot have has got feel mine');
/** Effort that leaves anybody breathless (TR-E1 "not just from exercise") … */
export const EFFORT = words(
  'uphill hill hills sprint sprints sprinting interval intervals repeats reps strides racing tempo',
);
/** … and words that make it more than that. */
export const MORE_THAN_EFFORT = words(
  'rest resting sitting sit lying lie bed night stairs walking walk usual worse new suddenly sudden chest cant pain before normal normally longer faint dizzy blood now easy afterwards hours also and',
);
/** "can not" and its like become one word. */
export const AUXILIARIES: Readonly<Record<string, string>> = {
  can: 'cant',
  could: 'couldnt',
  will: 'wont',
  would: 'wouldnt',
  do: 'dont',
  does: 'doesnt',
  did: 'didnt',
  is: 'isnt',
  was: 'wasnt',
  are: 'arent',
  were: 'werent',
  has: 'hasnt',
  have: 'havent',
  had: 'hadnt',
};
/** Everyday words that lie a letter or two from a stop-sign word and are not a slip of the pen. */
export const INNOCENT = words(
  [
    'never fewer fewest lever clever well spell smell shell swear chess cheat chase chased choose cheese crest quest short shirt shorter sport',
    'breathtaking bread break breaks breakfast breadth wealth health heath eight height weights night light right might tight slight fight sight nights lights',
    'rights waking waiting waving making taking talking walking baking paint paints paid main pair pairs rain plain plan pan paints point points print swim swimming smelling',
    'spelling telling selling dwelling calling falling filling rolling dark park part darn card hard heart heard heat hear hearts heated heater hated',
    'flow flew blew grew flu few fly bone one none gone done tone zone phone bore born foot food fool root feel feet feed felt fell fall full fill',
    'wake walk work wakes walks works week weeks weak weaker weekly wet west rest test best bent bend send sent lend tear year years hear dear near tears team',
    'popular pops poppy shop hop top stop snack snacks snake swap snappy slap snow blood flood brood blue glue clue black block back pack blank flack',
    'cold could gold hold told cord bold colder could white while write wide quite numb number numbers num dumb thumb crumb cramp camp cramps stamp tramp clamp',
    'limp lamp limb climb jump lump limit crack track pack rack crash clash clot plot lot slot cot slots clots lots operation operating option options operate corporation',
    'station motion pressure pleasure pressed measure treasure race raced races racing rating raising facing pacing placing trace running burning turning learning training',
    'bruce cruise brush brushes bruises flight flights fight slight plight drive driver drove dive hospital hospitable started starting stretched stretching standing standard',
    'stand stance stands steps stops stuck stick stack struck truck trick truckload sick silk ill will hill ill still till kick kicks pick quick thick sick kid',
    'kicked picked ticked licked locked looked looks lacked blocked rocked socked knocked locks looking docked weighted weighed waited wanted hearing beating breathing hair chair',
    'worst first pain strain trained sprain spain train brain drain gain again against gave give given gives living giving hive have wave cave save',
    'infection inspection injection affection election section faint saint feint paint faints fairly family fainter aches arches inches matches acres ankle angle uncle ankles',
    'shot short hot show shoe shoes shop host hit him his hip tip knee knees keen need kneel ice nice icy price mice pale sale tale male page palm',
    'tense sense tent dense pretense tender render sender gender under vein veins vain rein fever ever every even event seven severe several server serve swell',
    'sternum muscle muscles music musical temperature temporary temper trouble double couple troubled problem program programme cancer dancer cancel career chancer',
    'surgery sugary purgatory plaster faster master plastic past last cast casts coast cost boot boots boat root roots book both bottom button cotton bought bough',
    'cough tough rough enough though through couch coach coughs coaching red bed rod led reed read ride rode rid her herd gash wash dash cash gas goal gate gait great',
    'warm warmup warmed warms worm farm arm arms ware wart harm swarm swollen heavy heavily heaven ready steady already puffy fluffy stuffy puppy blow below heel heal wheel steel',
    'broken broke spoken token brook woke wore more dead deal head read lead dear deed bead deaf tread spread shaky silly chilly hills chill chills bills drills shills sweat sweet sweater',
    'seat sweets great treat cola cool cold solo polo severely pierce reverse preserve asleep sleep sleepy sleeping slept tablet table pills pulls hills drugs rugs fracture feature factor',
    'injured dizzy busy easily fizzy fatigue attack attach stack attacked collapse pregnant unable able stable table awake aware away awoke evoke keeps kept knocked pace paced unwell',
  ].join(' '),
);
