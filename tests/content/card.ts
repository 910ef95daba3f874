/** A card that is as it should be, to be changed in one place. */
export const CARD = `---
title: What a p-value is
number: 38
minutes: 1.5
topic: statistics
levels: [junior, mid]
roles: [all]
exercises: [ab-test]
sources:
  - Anyone (2020), A Book, chapter 3
numbers:
  - 1 - 0.95^20 = 0.642
---

Your test gave $p = 0.03$. Say what that means.

## Other ways it is asked

- So it works with 97 %?

## Follow-ups

- What would you report instead? *An interval.*

## Key points

- ★ Data at least as extreme, if the null hypothesis holds.
- Of 20 true nulls one falls below 0.05 with $0.642$.
- It says nothing about size.

## Traps

- ✗ “97 % that it works.”
- That it is the level.

## Checks

- Twenty true nulls: at least one below 0.05? \`1 - 0.95^20\` ± 0.005
`;
