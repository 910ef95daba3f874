import { trusted } from './trusted';

trusted(3);
