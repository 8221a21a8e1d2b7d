import { aggregatesChangeThemselves } from './aggregates-change-themselves.ts';
import { rulesArePure } from './rules-are-pure.ts';

/** The house's own lint rules, loaded by oxlint through `jsPlugins` in .oxlintrc.json. */
export default {
  meta: { name: 'helhed' },
  rules: {
    'aggregates-change-themselves': aggregatesChangeThemselves,
    'rules-are-pure': rulesArePure,
  },
};
