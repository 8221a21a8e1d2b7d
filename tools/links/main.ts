import { report } from '../report.ts';
import { findDeadLinks } from './find-dead-links.ts';

report('links', findDeadLinks(process.cwd()));
