import { trusted } from './trusted';

trusted(2);
