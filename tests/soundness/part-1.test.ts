import { trusted } from './trusted';

trusted(0);
