import { useId, useState } from 'react';
import { Field, Fields, Options, startClass, Tick, termsClass } from '../../parts/Terms';
import { addDays, type Day, isDay } from '../../planning/days';
import { HOURS, type Inputs, KNOWN, weightsOf } from '../../planning/inputs';
import { PRESETS, ROLES, type Role } from '../../planning/roles';
import { LEVELS, ROUNDS } from '../../planning/weights';
import styles from './Planner.module.css';
import { Shares } from './Shares';
import { KNOWN_WORDS, LEVEL_WORDS, ROUND_NOTES, ROUND_WORDS, WEEKDAYS } from './words';

/** What a plan is made from. */
export function SetUp({
  inputs: given,
  today,
  action,
  onSave,
}: {
  inputs: Inputs;
  today: Day;
  action: string;
  onSave: (inputs: Inputs) => Promise<void>;
}) {
  const [inputs, setInputs] = useState(given);
  const [dated, setDated] = useState(given.date !== null);
  const [date, setDate] = useState(given.date ?? '');
  const [hours, setHours] = useState(String(given.hours));
  const ids = { date: useId(), role: useId(), hours: useId(), wrong: useId() };
  const set = (change: Partial<Inputs>) => setInputs(before => ({ ...before, ...change }));

  const wanted = Number(hours);
  const wrong =
    dated && (!isDay(date) || date < today)
      ? 'Choose a day from today on, or no date.'
      : !(wanted >= HOURS.least && wanted <= HOURS.most)
        ? `Choose between ${HOURS.least} and ${HOURS.most} hours a week.`
        : inputs.free.length === 7
          ? 'Leave at least one day of the week for work.'
          : null;
  const [asked, setAsked] = useState(false);

  return (
    <form
      className={termsClass}
      aria-label="Set-up"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setAsked(true);
        if (wrong) return;
        const next = dated ? date : null;
        // Another date, or more or fewer hours, is another plan, that begins today.
        const anew = next !== given.date || wanted !== given.hours || action !== 'Save';
        void onSave({ ...inputs, date: next, hours: wanted, since: anew ? today : given.since });
      }}
    >
      <Fields name="Interview">
        <Options>
          <label>
            <input type="radio" name="dated" checked={dated} onChange={() => setDated(true)} />
            On
          </label>
          <input
            id={ids.date}
            type="date"
            aria-label="Day of the interview"
            value={date}
            min={today}
            max={addDays(today, 730)}
            onChange={({ currentTarget: { value } }) => {
              setDate(value);
              if (value !== '') setDated(true);
            }}
          />
          <label>
            <input type="radio" name="dated" checked={!dated} onChange={() => setDated(false)} />
            No date yet
          </label>
        </Options>
      </Fields>
      <Field id={ids.role} name="Role">
        <select
          id={ids.role}
          value={inputs.role}
          onChange={({ currentTarget }) => set({ role: currentTarget.value as Role })}
        >
          {ROLES.map(role => (
            <option key={role} value={role}>
              {PRESETS[role].label}
            </option>
          ))}
        </select>
      </Field>
      <Fields name="Level">
        <Options>
          {LEVELS.map(level => (
            <label key={level}>
              <input
                type="radio"
                name="level"
                checked={inputs.level === level}
                onChange={() => set({ level })}
              />
              {LEVEL_WORDS[level]}
            </label>
          ))}
        </Options>
      </Fields>
      <Fields name="Rounds">
        <p className={styles.quiet}>
          Which rounds are confirmed? Ask the recruiter for what you do not know; until then that is
          the first thing in the plan.
        </p>
        <ul className={styles.rounds}>
          {ROUNDS.map(round => (
            <li key={round}>
              <fieldset>
                <legend>
                  {ROUND_WORDS[round]} <small>{ROUND_NOTES[round]}</small>
                </legend>
                <Options>
                  {KNOWN.map(known => (
                    <label key={known}>
                      <input
                        type="radio"
                        name={`round-${round}`}
                        checked={inputs.rounds[round] === known}
                        onChange={() => set({ rounds: { ...inputs.rounds, [round]: known } })}
                      />
                      {KNOWN_WORDS[known]}
                    </label>
                  ))}
                </Options>
              </fieldset>
            </li>
          ))}
        </ul>
        <Tick>
          <input
            type="checkbox"
            checked={inputs.centred}
            disabled={inputs.rounds.coding !== 'yes'}
            onChange={({ currentTarget: { checked } }) => set({ centred: checked })}
          />
          The interview is mostly coding
        </Tick>
      </Fields>
      <Field id={ids.hours} name="Hours a week">
        <input
          id={ids.hours}
          type="number"
          inputMode="numeric"
          min={HOURS.least}
          max={HOURS.most}
          value={hours}
          onChange={({ currentTarget: { value } }) => setHours(value)}
        />
      </Field>
      <Fields name="Free days">
        <Options>
          {WEEKDAYS.map((name, weekday) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={inputs.free.includes(weekday)}
                onChange={({ currentTarget: { checked } }) =>
                  set({
                    free: WEEKDAYS.map((_, other) => other).filter(other =>
                      other === weekday ? checked : inputs.free.includes(other),
                    ),
                  })
                }
              />
              {name}
            </label>
          ))}
        </Options>
      </Fields>
      <Fields name="Language">
        <Options>
          {[false, true].map(python => (
            <label key={String(python)}>
              <input
                type="radio"
                name="language"
                checked={inputs.python === python}
                onChange={() => set({ python })}
              />
              {python ? 'Python' : 'Another, or any'}
            </label>
          ))}
        </Options>
        <p className={styles.quiet}>
          You write TypeScript here. Each exercise, once solved, says how its parts go in Python.
        </p>
      </Fields>
      <Fields name="Small exercises">
        <Tick>
          <input
            type="checkbox"
            checked={inputs.scaffolds}
            onChange={({ currentTarget: { checked } }) => set({ scaffolds: checked })}
          />
          Begin with those that others rest on, such as products of matrices
        </Tick>
      </Fields>
      <Fields name="Shares of the time">
        <Shares
          weights={weightsOf(inputs)}
          isOwn={inputs.weights !== null}
          onChange={weights => set({ weights })}
        />
      </Fields>
      <div className={startClass}>
        <button type="submit" className="primary" aria-describedby={ids.wrong}>
          {action}
        </button>
        <p id={ids.wrong} role="alert" className={styles.wrong}>
          {asked && wrong}
        </p>
      </div>
    </form>
  );
}
