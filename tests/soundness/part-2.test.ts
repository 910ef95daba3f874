import { trusted } from './trusted';

trusted(1);
