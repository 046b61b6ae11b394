/** Stop signs of the leg in plain English; how a pattern is written stands in stop-signs.ts. */
import type { StopSign } from '../signs/stop-sign.ts';

const OF_WEATHER =
  'day|days|weather|outside|out|bath|shower|showers|tub|water|drink|chocolate|run|runs|summer|afternoon|morning|evening|conditions|wave|wind|season|snap|pack|packs|compress|room|chip|dog';

export const LEG_SIGNS: readonly StopSign[] = [
  // TR-D4, TR-D6
  {
    flag: 'swelling',
    passes: true,
    patterns: [
      'swollen|swelling|swellings|swells|swelled|swell|puffy|puffiness|ballooned|oedema|edema|inflamed|inflammation',
    ],
  },
  {
    flag: 'swelling',
    passes: true,
    notBefore: `${OF_WEATHER}|shoes|shoe|light|lights|wine|route|shirt|socks|sock|up|ups|down|band|cross|bull|meat|card|line`,
    patterns: [
      'red|reddish|redder|hot|hotter|warm|warmer|burning|purple|purplish|discoloured|discolored|shiny & @leg',
      'red|reddish|hot|purple & it|its|itself & touch|looks|feels|swollen|sore',
      'hot|warm touch',
      'red & hot|warm|swollen|tender|sore|painful',
      'heat & @leg|one|touch|local',
    ],
  },
  {
    flag: 'swelling',
    passes: true,
    patterns: ['redness', 'discolouration|discoloration', 'heat redness|swelling'],
  },
  {
    flag: 'swelling',
    patterns: [
      'vein|veins & hard|sore|lumpy|bulging|tender|painful|swollen|red',
      'bigger|larger|thicker|fatter|wider|twice & than|size & other|normal|left|right|usual',
      'bigger|larger|thicker than other|left|right',
      'clot|clots|dvt|thrombosis|phlebitis|cellulitis',
      'thumb mark|print|dent',
      'dent|dents|indent|indentation & leg|ankle|sock|socks|calf|skin',
    ],
  },
  // TR-D5
  {
    flag: 'pop',
    notBefore:
      'out|in|to|over|into|round|around|by|along|music|song|songs|star|corn|quiz|photo|photos|picture|pictures|pic|a|pics|concert|back|round|the',
    notAfter: 'cold|gunshot',
    patterns: ['pop|popped|popping|pops|snap|snapped|snapping|snaps|twang'],
  },
  {
    flag: 'pop',
    patterns: [
      'pop|popped|snap|snapped|crack|cracked|ripped|ripping|tore|torn|tear|rupture|ruptured|gave & calf|calves|achilles|heel|leg|muscle|tendon|ankle|heard|felt|something|sound|noise',
      'tore it|my|a|the',
      'rupture|ruptured|torn|tear',
      'kicked|kick|hit|struck|shot|stabbed & calf|leg|heel|like|achilles|someone|somebody & feel|feels|felt|feeling|like|behind|if',
      'kicked & calf|leg|heel|achilles',
    ],
  },
  {
    flag: 'pop',
    negative: true,
    patterns: [
      '@cant lift|raise|rise & heel|toes|toe|tiptoe|tiptoes|calf',
      '@cant & heel|calf & raise|raises|lift|rise',
      '@cant & up & toe|toes|tiptoe|tiptoes',
      '@cant push|pushing off',
      'heel wont|cant|doesnt lift|rise|raise|come',
    ],
  },
  // TR-D1
  {
    flag: 'walk',
    negative: true,
    notBefore: 'wait|complain',
    patterns: [
      '@cant put|place|bear|take|carry|hold|load weight|pressure|any|foot|it|load',
      '@cant & weight & leg|it|foot|bear|put|that|calf',
      'cant|couldnt|wont|unable|barely|hardly|scarcely|impossible|struggle|struggling|struggled walk|walking',
      '@cant stand on|up|properly',
      'weight bearing & impossible|painful|hard|difficult|hurts|cant|agony',
    ],
  },
  {
    flag: 'walk',
    passes: true,
    patterns: [
      'hard|difficult|difficulty|trouble|problem|problems|painful|hurts|hurt|pain|agony @walk',
      'painful|hard|difficult|agony|hurts|hurt|impossible|tough & walking|walk|standing',
      'limp|limping|limped|limps|hobble|hobbling|hobbled|crutch|crutches|wheelchair',
    ],
  },
  // TR-D2
  {
    flag: 'knee',
    negative: true,
    patterns: [
      '@cant & bend|bending|straighten & knee',
      'knee cant|wont|doesnt bend|straighten',
      'knee wont|cant|doesnt bend|straighten',
    ],
  },
  {
    flag: 'knee',
    passes: true,
    patterns: [
      'locked|locks|locking|stuck|jammed & knee',
      'stiff|hard|difficult|painful bend & knee',
      'hard|difficult|painful|hurts & bend|bending & knee',
    ],
  },
  // TR-E2, TR-E3
  {
    flag: 'numbCold',
    patterns: [
      'numb|numbness|nunb',
      'pins needles',
      'tingling|tingles|tingly & @foot',
      'dead|asleep & foot|leg|toes',
    ],
  },
  {
    flag: 'numbCold',
    notBefore: OF_WEATHER,
    patterns: [
      'cold|freezing|icy|pale|blue|bluish|white|grey|gray & foot|feet|toe|toes|leg|calf|limb',
      'weak|weakness|floppy|drop|drops|dropping & foot|toe|toes',
      'weak|weakness & leg|calf|ankle & sudden|suddenly|new|very|gave|numb',
      'gave|giving|gives way & leg|foot|calf|ankle',
    ],
  },
  {
    flag: 'numbCold',
    negative: true,
    patterns: [
      'cant|couldnt|dont|no|lost|without feel|feeling|sensation & @foot',
      'cant|couldnt move & foot|toe|toes|leg|ankle',
    ],
  },
  // Bone
  {
    flag: 'bone',
    notBefore: 'broth|idle|dry|up',
    notAfter: 'funny',
    patterns: [
      'bone|bones|bony|boney|tibia|fibula|shinbone & @hurt',
      'bone|bones|bony|boney|tibia|fibula & spot|point|fingertip|finger|press|tap',
      'pinpoint',
      'stress fracture|fractures|reaction',
      'fingertip|fingertips & sore|spot|cover|tender|pain',
    ],
  },
  // TR-E2
  {
    flag: 'rockHard',
    notBefore: 'floor|mattress|ground|bed|workout|session|surface|snow|track|path',
    patterns: [
      'rock|stone|solid|woody hard',
      'hard|tense|stiff as rock|stone|wood|board|brick',
      'hard like rock|stone|wood|brick',
      'excruciating|unbearable|agonising|agonizing|agony|intolerable|severe|horrendous',
      'worst pain & life|ever|imagine',
    ],
  },
  // TR-E6
  {
    flag: 'injury',
    patterns: [
      'deformed|deformity|misshapen|crooked',
      'wound|wounds|gash & open|deep|leg|shin|calf|bleeding|foot',
      'broken|broke|fractured|fracture & leg|ankle|bone|foot|shin|tibia|fibula',
      'fell|fall|fallen|accident|crashed|collision|hit|knocked & cant|couldnt|unable|hardly|barely & walk|stand|steps|step|weight',
    ],
  },
  // TR-W2, TR-W3, TR-W4, TR-W5, TR-P2
  {
    flag: 'walkCramp',
    patterns: [
      'cramp|cramps|cramping|cramped & walk|walking & same|time|every|metres|meters|yards|distance|rest|minutes|always|minute',
    ],
  },
  {
    flag: 'runNumb',
    patterns: [
      'numb|numbness|tingling|weak|floppy|slaps|slapping & foot|feet|toes & run|running|runs|minutes|jog|jogging',
    ],
  },
  {
    flag: 'bruise',
    patterns: ['bruise|bruised|bruising|bruises|haematoma|hematoma', 'black blue'],
    notBefore: 'ego|pride',
  },
  // What lay people say for them (docs/clinical-rules.md §6.2): TR-D4, TR-D5, TR-D1, TR-E2
  {
    flag: 'swelling',
    passes: true,
    patterns: [
      'puffed|puffing|puffs|blown|blew up|around & @leg',
      '@leg & egg|balloon|football|melon|tree',
      'bulging|bulges|bulge & calf|leg|vein|skin',
      'cord|rope & skin|leg|calf|hard|vein',
      'colour|color & funny|changed|odd|weird|strange|gone & @leg',
      'blotchy|blotches|mottled',
      'measures|measured & calf|leg & more|bigger|other',
    ],
  },
  {
    flag: 'pop',
    notBefore: 'out|in|to|over|into|round|by|along',
    patterns: [
      'went|goes twang|bang|ping|pop|crack & @leg',
      'something|it went & twang|bang|ping|pop|crack',
      'pinged|twanged|twang',
      'stone|ball|brick & thrown|threw|hit|throwing & calf|leg|me',
      'give|gave|giving|gives way & calf|leg|muscle|felt',
      'felt|feel something give|gave|go|rip|tear',
      'rip|rips & calf|muscle|leg',
      'calf|leg|achilles|muscle just went',
    ],
  },
  { flag: 'walk', passes: true, patterns: ['hopping around|about|to'] },
  { flag: 'walk', negative: true, patterns: ['wont|doesnt|didnt hold & leg|calf|foot & me|weight|my'] },
  {
    flag: 'numbCold',
    patterns: [
      'flop|flops|flopping|drag|drags|dragging|slaps|slapping & foot|toe|toes',
      'belongs|belong someone|somebody & foot|leg|calf',
    ],
  },
  {
    flag: 'rockHard',
    patterns: ['rock solid & calf|leg|muscle', 'screaming|crying|howling|sobbing & pain|agony'],
  },
  { flag: 'rockHard', negative: true, patterns: ['cant|couldnt stand|bear|take pain|ache'] },
  { flag: 'bone', patterns: ['spot|point & shin|bone & sore|tender|press|hurts'] },
  { flag: 'injury', patterns: ['fell|fall|crashed|accident|tripped & leg|shin & bent|crooked|funny|wonky'] },
];
