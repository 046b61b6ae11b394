/** Stop signs of the rest of the body in plain English; how a pattern is written stands in stop-signs.ts. */
import type { StopSign } from '../signs/stop-sign.ts';

export const BODY_SIGNS: readonly StopSign[] = [
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
      'pregnant|pregnancy|miscarriage|chemo|chemotherapy',
      'new|started|start|starting|prescribed|changed medicine|medicines|medication|medications|meds|drug|drugs|tablets|pill|pills|statin|statins',
    ],
    notAfter: 'time',
    notBefore: 'of|by|past',
  },
  // TR-W6, docs/clinical-rules.md §12 A1
  {
    flag: 'journey',
    patterns: [
      'hour|hours|long|overnight|transatlantic flight|flights|drive|haul|travel|journey|trip',
      'flew|flown',
      'drive|drove|driving|travel|travelled|traveled|journey|flight & hour|hours|long',
      'bed rest',
      'days & bed & two|three|four|five|six|several|few|most|mostly|whole|in',
    ],
    notAfter: 'time',
    notBefore: 'of|by|past',
  },
  {
    flag: 'operation',
    patterns: [
      'surgery|operation|operated|hospital|hospitalised|hospitalized|caesarean|cesarean|childbirth',
      'gave birth',
      'birth|baby & gave|had|after|week|weeks|days',
      'plaster|cast|boot|splint & leg|foot|ankle|in|wearing',
    ],
    notAfter: 'time|parkrun',
    notBefore: 'of|by|past|theatre|camp|fair|sale|shower|sitter|sitting|steps',
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
  // What lay people say for them (docs/clinical-rules.md §6.2): TR-E1, TR-E4, TR-W6, TR-E5
  {
    flag: 'chest',
    exercise: true,
    patterns: [
      'puffed|panting|winded|gasping & stairs|sofa|rest|sitting|walking|nothing|kitchen|room|bed|shops',
      'stabbing|sharp|pain|catch|stitch & ribs|rib & breathe|breath|breathing|breaths',
    ],
  },
  {
    flag: 'chest',
    patterns: [
      'elephant|weight|band|vice|vise & chest',
      'heart|hearts|heartbeat & clappers|mad|crazy|jumping|missing|beats|funny',
      'keeled over',
      'funny turn',
      'woozy|giddy|swoon|swooned',
      'spit|phlegm|sputum & pink|red|bloody',
      'bringing|brought|throwing up blood',
    ],
  },
  { flag: 'chest', negative: true, patterns: ['cant|couldnt|unable get enough|any|my air|breath'] },
  {
    flag: 'fever',
    patterns: [
      'got|ive|had temperature',
      'burning up',
      'come|coming|came|gone down with',
      'death warmed',
      'feel|feeling|felt rough|rotten|grotty|ropey|lousy',
      'lurgy|lurgi',
    ],
  },
  {
    flag: 'journey',
    patterns: [
      'sat|sitting|stuck|spent & coach|bus|plane|car|train|van & hours',
      'coach|bus|plane|car|train|van & hours & sat|sitting|stuck|spent|long',
      'bed & days|week|weekend & spent|stayed|was|ive|been',
    ],
  },
  {
    flag: 'operation',
    patterns: [
      'op|arthroscopy|keyhole & had|have|after|my|week|weeks|month',
      'c section',
      'stitches & leg|calf|knee|foot',
    ],
  },
  { flag: 'saddle', negative: true, patterns: ['cant|couldnt|dont feel & pee|wee|peeing|toilet'] },
  { flag: 'saddle', patterns: ['trouble|difficulty|problems & toilet|loo & back|numb|legs'] },
  {
    flag: 'weightLoss',
    patterns: ['stone|kilos|kg|pounds & lost|losing & without|trying|reason|unexplained'],
  },
  { flag: 'backLeg', patterns: ['back & shoots|shooting|radiates|travels & leg|calf|down'] },
];
