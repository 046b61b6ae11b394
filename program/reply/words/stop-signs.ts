/**
 * The stop signs in plain English (docs/clinical-rules.md §6.2, §6.4, §6.6), as data. A pattern is a row of
 * words with at most two others between neighbours; `|` separates choices, `@name` stands for a group below,
 * ` & ` for "also within eight words, on either side". The first word of a pattern is the one that a "no"
 * must stand before.
 */
import type { StopSign } from '../signs/stop-sign.ts';

export const GROUPS: Readonly<Record<string, string>> = {
  leg: 'calf|calves|calfs|leg|legs|foot|feet|ankle|ankles|shin|toe|toes|skin|achilles|heel|muscle|spot|area|patch|knee|side|limb|lump',
  foot: 'foot|feet|toe|toes|leg|legs|calf|calves|ankle|heel|sole',
  cant: 'cant|couldnt|wont|wouldnt|unable|barely|hardly|impossible|scarcely',
  hurt: 'pain|pains|painful|hurt|hurts|hurting|ache|aches|aching|sore|tender|tenderness|stabbing|burning|throbbing|throbs',
  hard: 'hard|difficult|difficulty|trouble|problem|problems|painful|hurts|hurt|struggle|struggling|agony|pain',
  walk: 'walk|walking|walked|stand|standing|step|steps',
};

const OF_WEATHER =
  'day|days|weather|outside|out|bath|shower|showers|tub|water|drink|chocolate|run|runs|summer|afternoon|morning|evening|conditions|wave|wind|season|snap|pack|packs|compress|room|chip|dog';

export const STOP_SIGNS: readonly StopSign[] = [
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
  // TR-E1
  {
    flag: 'chest',
    patterns: [
      'pain|pains|painful|hurt|hurts|hurting|tight|tightness|pressure|ache|aches|aching|heavy|heaviness|discomfort|burning|stabbing|squeezing|crushing|sharp|sore|soreness|tender & chest|breastbone|sternum',
      'heart attack|pain|trouble|problem',
      'palpitations|palpitation|angina|embolism',
      'racing|races|raced|pounding|pounds|irregular|fluttering|flutters|skipping|skips|thumping|hammering & heart|heartbeat|pulse',
      'fainted|fainting|faints|collapsed|collapse|blackout|unconscious|dizzy|dizziness|lightheaded',
      'passed|pass|passing|black|blacked out',
      'light headed',
      'blood & cough|coughing|coughed|spit|spat|spitting|phlegm|sputum|sputum|mucus',
    ],
  },
  {
    flag: 'chest',
    patterns: ['faint'],
    notBefore: 'ache|pain|twinge|line|soreness|niggle|memory|hint|tightness|trace|pull|feeling',
  },
  {
    flag: 'chest',
    exercise: true,
    patterns: [
      'short|shortness of breath|breathe|breaths',
      'short breath|breathe',
      'out of breath|breathe',
      'breathless|breathlessness',
      'difficulty|trouble|hard|hurts|struggle|struggling|struggled|problem|problems|painful breathing|breathe|breath|breathes',
      'breathing & hard|difficult|painful|fast|shallow|worse|laboured|labored|heavy|hurts|tight',
      'gasping|wheezing|wheezy|wheeze',
    ],
  },
  {
    flag: 'chest',
    negative: true,
    patterns: ['cant|couldnt|unable|barely|hardly|struggle|struggling breathe|breathing|breath'],
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
  // TR-E4, AD-02: fever, feeling ill
  {
    flag: 'fever',
    notAfter: 'hay|spring|yellow|marathon|race|glandular',
    notBefore: 'pitch',
    patterns: [
      'fever|fevers|feverish|shivering|shivers|shivery|chills|unwell|poorly|flu|covid|vomiting|vomited|vomit|nauseous|infection|infected',
      'temperature & high|38|39|40|41|38.5|37.8|38.2|39.5|100|101|102|103|fever|raised|have|running|had',
      'ill & feel|feeling|felt|been|am|im|was|got|very|bit|fell|fallen|ive',
      'sick & feel|feeling|felt|been|am|im|was|got|very|bit|ive|bed',
      'under weather',
      'cold & caught|have|bad|had|heavy|nasty',
    ],
  },
  {
    flag: 'fever',
    negative: true,
    patterns: [
      'not|dont|didnt|havent|never feel|feeling|felt|been well',
      'not well',
      'dont|didnt feel well|good|great',
    ],
  },
  // TR-W1
  {
    flag: 'wakes',
    passes: true,
    notAfter:
      'baby|babies|kid|kids|son|daughter|alarm|dog|dogs|cat|cats|storm|noise|phone|thunder|neighbour|neighbours|neighbor|traffic|toddler|child|children|bird|birds|sun|husband|wife|rain',
    patterns: [
      'woke|wakes|wake|waking|woken|awakes|awoke|awakened|awoken me',
      'woke|wakes|wake|waking|woken|awoke & night|nights|3am|2am|4am|1am|times|because|pain|painful|throbbing|calf|cramp|cramps|nightly',
      'awake & night|nights|keep|keeps|kept|keeping|calf|pain|because|lay|lie|lying',
      'keeps|kept|keeping up|awake',
      'keep up & night|nights|pain|cramp|cramps|calf|leg|throbbing',
      'night|nights|nighttime & pain|pains|painful|hurts|hurt|ache|aches|aching|throbs|throbbing|worse',
      'sleepless',
    ],
  },
  {
    flag: 'wakes',
    negative: true,
    patterns: [
      'cant|couldnt|dont|didnt|hardly|barely|unable|trouble sleep|sleeping|slept & calf|pain|leg|hurts|because|ache|throbbing',
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
  // TR-D8
  {
    flag: 'dark',
    patterns: [
      'dark|darker|brown|brownish|cola|coke|tea|black|red|pink|bloody|blood & urine|pee|wee|peeing|piss',
    ],
  },
  { flag: 'dark', patterns: ['pain|pains|ache|aches|weakness & statin|statins'] },
  // TR-W6, TR-D7
  {
    flag: 'newMedicine',
    patterns: [
      'antibiotic|antibiotics|ciprofloxacin|cipro|levofloxacin|ofloxacin|moxifloxacin|amoxicillin|doxycycline|penicillin|erythromycin',
      'blood thinner|thinners|thinning',
      'anticoagulant|anticoagulants|warfarin|apixaban|eliquis|xarelto|rivaroxaban|heparin|clexane|dabigatran|edoxaban|coumadin',
      'surgery|operation|operated|pregnant|pregnancy|miscarriage|chemo|chemotherapy|hospital|hospitalised|hospitalized',
      'new|started|start|starting|prescribed|changed medicine|medicines|medication|medications|meds|drug|drugs|tablets|pill|pills|statin|statins',
      'plaster|cast|boot & leg|foot|ankle|in',
      'hour|hours|long|overnight|transatlantic flight|flights|drive|haul|travel|journey|trip',
      'flew|flown',
      'drive|drove|driving|travel|travelled|traveled|journey|flight & hour|hours|long',
      'bed rest',
    ],
    notAfter: 'time',
    notBefore: 'of|by|past',
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
  // TR-E5
  {
    flag: 'saddle',
    patterns: [
      'numb|numbness|tingling|tingly & groin|saddle|crotch|genitals|bum|bottom|buttocks|between|genital|perineum',
      'bladder|bowel|bowels & control|lost|losing|loss|change|problem|problems|trouble|accident|weak|cant|new',
      'incontinent|incontinence',
      'wet|wetting|soiled|soil myself',
      'weak|weakness & both legs',
    ],
  },
  { flag: 'saddle', negative: true, patterns: ['cant|couldnt|unable|hardly pee|wee|urinate'] },
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
    flag: 'backLeg',
    patterns: [
      'sciatica|sciatic',
      'tingling|tingles|weakness|weak|numb|numbness|shooting|radiating & back & leg|legs|calf|down',
      'back pain|ache & leg|legs|calf|down',
    ],
  },
  {
    flag: 'weightLoss',
    patterns: [
      'weight & lost|losing|loss|dropping & unexplained|without|reason|trying|suddenly|why',
      'unexplained weight',
      'night sweats|sweat|sweating',
      'cancer|tumour|tumor',
    ],
  },
  {
    flag: 'bruise',
    patterns: ['bruise|bruised|bruising|bruises|haematoma|hematoma', 'black blue'],
    notBefore: 'ego|pride',
  },
];
