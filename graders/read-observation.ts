import type { Observation } from './observation';
import { type Packed, unpack } from './pack';
import { isRecord, type Value } from './value';

/**
 * Reads what left the sandbox. Nothing in it is trusted: its form is checked down to the last field.
 * @throws RangeError where it is not the form of an observation
 */
export function readObservation(packed: Packed): Observation {
  const value = unpack(packed);
  const legal =
    isRecord(value) &&
    Array.isArray(value.calls) &&
    value.calls.every(isCall) &&
    (value.threw === undefined || isThrown(value.threw));
  if (!legal) throw new RangeError('readObservation: this is not an observation');
  return value as unknown as Observation;
}

function isCall(value: Value): boolean {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    Array.isArray(value.args) &&
    (value.threw === undefined || isThrown(value.threw)) &&
    (value.changed === undefined ||
      (isRecord(value.changed) && isPath(value.changed.path) && isArgument(value.changed.path))) &&
    (value.shared === undefined ||
      (isRecord(value.shared) && isPath(value.shared.path) && isOwner(value.shared.with)))
  );
}

function isThrown(value: Value): boolean {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    typeof value.message === 'string' &&
    typeof value.onPurpose === 'boolean' &&
    typeof value.todo === 'boolean' &&
    (value.missing === undefined || typeof value.missing === 'string') &&
    (value.line === undefined || (isCount(value.line) && value.line >= 1)) &&
    (value.column === undefined || isCount(value.column))
  );
}

function isPath(value: Value): value is (number | string)[] {
  return Array.isArray(value) && value.every(step => isCount(step) || typeof step === 'string');
}

/** A change is found in one of the arguments, whose number comes first. */
function isArgument([first]: readonly (number | string)[]): boolean {
  return isCount(first);
}

function isCount(value: Value): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isOwner(value: Value): boolean {
  return value === 'argument' || value === 'earlier result';
}
