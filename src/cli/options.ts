/** Options that several commands share, and how their values are read. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { type Day, type PartialDate, parseDay, parsePartialDate } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import { FORMATS, type Format } from './output.js';

/** `--store`, on every command that reads or writes facts. */
export function storeOption(): Option {
  return new Option('--store <where>', 'a file, or neo4j://HOST:PORT (also DETOUR_STORE; default data/detour.duckdb)');
}

/** `--format`, always of what is printed. */
export function formatOption(otherwise: Format): Option {
  return new Option('--format <format>', 'how results are printed').choices(FORMATS).default(otherwise);
}

/** `--regime` and `--view`. */
export function lawOptions(): Option[] {
  return [
    new Option('--regime <id>', 'the body of law to judge by').default('us-ear'),
    new Option('--view <view>', 'law as it was ENFORCED or AS_WRITTEN').default('ENFORCED').argParser(view),
  ];
}

/** A command with its options and its examples. */
export function command(name: string, description: string, options: readonly Option[], examples: string): Command {
  const made = new Command(name).description(description).addHelpText('after', `\nExamples:\n${examples}`);
  for (const option of options) made.addOption(option);
  return made;
}

/** A whole number within bounds. */
export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };
}

/** A date that may be partial. */
export function date(text: string): PartialDate {
  return orInvalid(() => parsePartialDate(text));
}

/** One full day. */
export function day(text: string): Day {
  return orInvalid(() => parseDay(text));
}

/** For options that may be given several times. */
export function several(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text.trim()];
}

function view(text: string): 'ENFORCED' | 'AS_WRITTEN' {
  const upper = text.toUpperCase().replace('-', '_');
  if (upper === 'ENFORCED' || upper === 'AS_WRITTEN') return upper;
  throw new InvalidArgumentError('Allowed choices are ENFORCED, AS_WRITTEN.');
}

function orInvalid<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DetourError) throw new InvalidArgumentError(`${error.message}.`);
    throw error;
  }
}
