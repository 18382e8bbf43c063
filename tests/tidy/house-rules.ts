import {
  onlyClientsUseTheNetwork,
  onlyEnvReadsTheEnvironment,
  onlyStoresSpeakSql,
  pureRolesArePure,
} from './check-effects';
import {
  adaptersStandApart,
  componentsSeeLittle,
  importRanks,
  libStandsAlone,
  sandboxStandsApart,
  webCallsUseCases,
} from './check-imports';
import { bothLanguagesAreComplete, eachLanguageIsItself } from './check-messages';
import {
  defaultExportsOnlyForNext,
  filesStaySmall,
  mostFilesAreSmaller,
  namesAreKebabCase,
  namesSayWhat,
  noBarrels,
  nothingIsSwallowed,
  useCasesStandAlone,
} from './check-shape';
import {
  noMachinePaths,
  noRegistryHosts,
  noSideIsNamed,
  nothingIsAny,
  nothingIsPutOff,
} from './check-text';
import type { Rule } from './source';

/** Every rule of the house under the sentence it guarantees. */
export const HOUSE_RULES: { title: string; rule: Rule }[] = [
  { title: 'a module imports only from modules ranked before it', rule: importRanks },
  { title: 'lib imports neither the web nor the tests', rule: libStandsAlone },
  { title: 'app calls use cases, never a store, the database or a client', rule: webCallsUseCases },
  {
    title: 'components see components, money, refusal codes, schemas and types',
    rule: componentsSeeLittle,
  },
  { title: 'adapters stand apart and only the registry knows them', rule: adaptersStandApart },
  {
    title: 'the simulator imports nothing of ours and nobody imports it',
    rule: sandboxStandsApart,
  },
  { title: 'only stores speak SQL', rule: onlyStoresSpeakSql },
  { title: 'only clients use the network', rule: onlyClientsUseTheNetwork },
  { title: 'only core/env reads the environment', rule: onlyEnvReadsTheEnvironment },
  {
    title: 'rules, states, schemas, methods, routing, money and translate are pure',
    rule: pureRolesArePure,
  },
  { title: 'a use case is one function named like its file', rule: useCasesStandAlone },
  { title: 'no file is larger than its limit', rule: filesStaySmall },
  { title: 'most files are much smaller than the limit', rule: mostFilesAreSmaller },
  { title: 'files are named in kebab-case', rule: namesAreKebabCase },
  { title: 'no file is named service or utils', rule: namesSayWhat },
  { title: 'there are no barrels', rule: noBarrels },
  { title: 'only Next and tools get default exports', rule: defaultExportsOnlyForNext },
  { title: 'no error is swallowed', rule: nothingIsSwallowed },
  { title: 'no work is put off and no type check silenced in a comment', rule: nothingIsPutOff },
  { title: 'nothing is typed any', rule: nothingIsAny },
  { title: 'no path of one machine', rule: noMachinePaths },
  { title: 'pages name start and end, never left and right', rule: noSideIsNamed },
  { title: 'no registry host in the lock file', rule: noRegistryHosts },
  { title: 'both languages have every message', rule: bothLanguagesAreComplete },
  { title: 'each language is itself', rule: eachLanguageIsItself },
];
